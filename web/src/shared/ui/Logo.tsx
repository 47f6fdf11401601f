import classes from './Logo.module.css'

export function Logo({ size = 28 }: { size?: number }) {
  return <img src="/icon.svg" width={size} height={size} alt="" className={classes.logo} />
}
