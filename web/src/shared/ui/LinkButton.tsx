import { Button } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { ComponentPropsWithRef } from 'react'

// Mantine's looks on the router's links: a middle click and “open in a new tab” work.
const ButtonAnchor = (props: ComponentPropsWithRef<typeof Button<'a'>>) => <Button component="a" {...props} />
export const LinkButton = createLink(ButtonAnchor)
