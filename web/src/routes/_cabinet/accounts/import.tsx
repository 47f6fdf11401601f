import { createFileRoute } from '@tanstack/react-router'
import { ImportPage } from '@/features/handover/components/ImportPage'

export const Route = createFileRoute('/_cabinet/accounts/import')({ component: ImportPage })
