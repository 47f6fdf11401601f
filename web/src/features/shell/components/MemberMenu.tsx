import { Menu, UnstyledButton } from '@mantine/core'
import { IconKeyboard, IconLogout, IconSettings } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answer, http } from '@/shared/api/client'
import type { Member } from '@/shared/api/types'
import { MenuLink } from '@/shared/ui/MenuLink'
import { forgetOwn } from '@/shared/lib/own'
import { PeerAvatar } from '@/shared/ui/PeerAvatar'
import { toast } from '@/shared/ui/toast'
import { useProblemWords } from '@/shared/ui/useProblemWords'
import { askForKeys } from '../model/keysHelp'
import classes from './Sidebar.module.css'

export function MemberMenu({ member }: { member: Member }) {
  const { t } = useTranslation('shell')
  const words = useProblemWords()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const logOut = useMutation({
    mutationFn: () => answer(http.POST('/api/auth/logout')),
    onSuccess: async () => {
      await navigate({ to: '/login' })
      queryClient.clear()
      forgetOwn()
    },
    onError: (error) => toast(words(error).what, 'bad'),
  })
  return (
    <Menu position="top-start" width={208}>
      <Menu.Target>
        <UnstyledButton className={classes.member} aria-label={t('memberMenu', { name: member.username })}>
          <PeerAvatar name={member.username} seed={member.id} size={28} />
          <span className={classes.memberWords}>
            <span className={classes.memberName}>{member.username}</span>
            <span className={classes.memberRole}>{t(`role.${member.role}`)}</span>
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{member.email}</Menu.Label>
        <MenuLink to="/settings" leftSection={<IconSettings size={16} />}>
          {t('place.settings')}
        </MenuLink>
        <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={askForKeys}>
          {t('keys.title')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => logOut.mutate()}>
          {t('logOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
