import { ActionIcon } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { ComponentPropsWithRef } from 'react'

const IconAnchor = (props: ComponentPropsWithRef<typeof ActionIcon<'a'>>) => <ActionIcon component="a" {...props} />
export const IconLink = createLink(IconAnchor)
