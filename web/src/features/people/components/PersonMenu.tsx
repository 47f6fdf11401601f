import { ActionIcon, Menu } from '@mantine/core'
import { IconBan, IconDots, IconLockOpen, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Person } from '@/shared/api/types'
import type { PeopleActs } from '../model/usePeopleActs'
import classes from './People.module.css'

export function PersonMenu({ person, acts, onDelete }: { person: Person; acts: PeopleActs; onDelete: () => void }) {
  const { t } = useTranslation('people')
  const { blocked } = person
  return (
    <Menu position="bottom-end" width={216}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('actsFor', { name: person.username })}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={blocked ? <IconLockOpen size={16} /> : <IconBan size={16} />}
          onClick={() => acts.setBlocked(person, !blocked)}
        >
          {t(blocked ? 'unblock' : 'block')}
        </Menu.Item>
        <Menu.Item className={classes.danger} leftSection={<IconTrash size={16} />} onClick={onDelete}>
          {t('delete.open')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
