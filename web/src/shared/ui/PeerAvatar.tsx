import classes from './PeerAvatar.module.css'

const HUES = 7

const hueOf = (seed: string) => [...seed].reduce((sum, char) => (sum * 31 + char.codePointAt(0)!) % 9973, 7) % HUES

/** Initials on a colour that stays with the peer, as Telegram does for one without a picture. */
export function PeerAvatar({ name, seed, size = 36 }: { name: string; seed: string; size?: number }) {
  const initials = name
    .split(/\s+/)
    .map((word) => [...word].find((char) => /[\p{L}\p{N}]/u.test(char)) ?? '')
    .filter(Boolean)
    .slice(0, 2)
    .join('')
    .toUpperCase()
  return (
    <span
      className={classes.avatar}
      data-hue={hueOf(seed)}
      style={{ width: size, height: size, fontSize: Math.round(size * 0.38) }}
      aria-hidden
    >
      {initials}
    </span>
  )
}
