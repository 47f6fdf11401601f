import { useTranslation } from 'react-i18next'
import { type FieldFault, PASSWORD_MAX, PASSWORD_MIN } from './validation'

export function useFaultText(): (fault: FieldFault | null) => string | null {
  const { t } = useTranslation('auth')
  return (fault) => {
    if (fault === null) return null
    if (fault === 'passwordShort') return t('fault.passwordShort', { count: PASSWORD_MIN })
    if (fault === 'passwordLong') return t('fault.passwordLong', { count: PASSWORD_MAX })
    return t(`fault.${fault}`)
  }
}
