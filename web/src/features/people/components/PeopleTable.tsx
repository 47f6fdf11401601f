import { Select } from '@mantine/core'
import { IconBan, IconCircleCheck, IconMailQuestion } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Person } from '@/shared/api/types'
import { PeerAvatar } from '@/shared/ui/PeerAvatar'
import { RelativeTime } from '@/shared/ui/RelativeTime'
import { StatusPill } from '@/shared/ui/StatusPill'
import type { Role } from '../api/people'
import { ROLES } from '../model/search'
import type { PeopleActs } from '../model/usePeopleActs'
import classes from './People.module.css'
import { PersonMenu } from './PersonMenu'

interface PeopleTableProps {
  people: Person[]
  /** The reader: nobody changes their own role, blocks or deletes themselves here. */
  self: string
  acts: PeopleActs
  onDelete: (person: Person) => void
}

/** A table on a desk, a list on a phone: the same rows, laid out by CSS. */
export function PeopleTable({ people, self, acts, onDelete }: PeopleTableProps) {
  const { t } = useTranslation('people')
  return (
    <table className={classes.table}>
      <caption className="srOnly">{t('title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('column.person')}</th>
          <th scope="col">{t('column.role')}</th>
          <th scope="col">{t('column.state')}</th>
          <th scope="col">{t('column.seen')}</th>
          <th scope="col">
            <span className="srOnly">{t('column.acts')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <Row key={person.id} person={person} isSelf={person.id === self} acts={acts} onDelete={() => onDelete(person)} />
        ))}
      </tbody>
    </table>
  )
}

interface RowProps {
  person: Person
  isSelf: boolean
  acts: PeopleActs
  onDelete: () => void
}

function Row({ person, isSelf, acts, onDelete }: RowProps) {
  const { t } = useTranslation(['people', 'shell'])
  const name = person.username
  const busy = acts.busy === person.id
  return (
    <tr aria-label={name} aria-busy={busy}>
      <td className={classes.person}>
        <PeerAvatar name={name} seed={person.id} size={36} />
        <span className={classes.who}>
          <span className={classes.name}>{name}</span>
          <span className={classes.email}>{person.email}</span>
        </span>
      </td>
      <td className={classes.role}>
        {isSelf ? (
          <span>
            {t(`shell:role.${person.role}`)} <span className={classes.muted}>{t('you')}</span>
          </span>
        ) : (
          <Select
            aria-label={t('roleOf', { name })}
            data={ROLES.map((role) => ({ value: role, label: t(`shell:role.${role}`) }))}
            value={person.role}
            onChange={(role) => role && role !== person.role && acts.changeRole(person, role as Role)}
            allowDeselect={false}
            disabled={busy}
          />
        )}
      </td>
      <td className={classes.state}>
        <State person={person} />
      </td>
      <td className={classes.seen}>
        {person.lastSeenAt ? <RelativeTime at={person.lastSeenAt} /> : t('never')}
        {person.sessions > 0 && <span className={classes.muted}> · {t('sessions', { count: person.sessions })}</span>}
      </td>
      <td className={classes.acts}>{!isSelf && <PersonMenu person={person} acts={acts} onDelete={onDelete} />}</td>
    </tr>
  )
}

function State({ person }: { person: Person }) {
  const { t } = useTranslation('people')
  if (person.blocked) return <StatusPill tone="bad" icon={IconBan}>{t('states.blocked')}</StatusPill>
  if (!person.emailConfirmed) return <StatusPill tone="warn" icon={IconMailQuestion}>{t('states.unconfirmed')}</StatusPill>
  return <StatusPill tone="good" icon={IconCircleCheck}>{t('states.active')}</StatusPill>
}
