import { Menu } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { ComponentPropsWithRef } from 'react'

const MenuAnchor = (props: ComponentPropsWithRef<typeof Menu.Item<'a'>>) => <Menu.Item component="a" {...props} />
export const MenuLink = createLink(MenuAnchor)
