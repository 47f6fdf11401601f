import type {
  ButtonProps,
  CSSVariablesResolver,
  MantineColorsTuple,
  MantineThemeOverride,
  MenuProps,
  ModalProps,
  SelectProps,
  TextInputProps,
  TooltipProps,
} from '@mantine/core'

const accent: MantineColorsTuple = [
  '#eaf6f9', '#d3ecf2', '#a8d9e5', '#79c5d7', '#5cc3d9', '#2f9db5', '#1a89a2', '#117a92', '#0b6478', '#084d5d',
]
const gray: MantineColorsTuple = [
  '#f7f8f9', '#eff1f3', '#e3e6e9', '#d3d8dd', '#b8bfc7', '#929ba5', '#656e79', '#4c555f', '#323a42', '#1c2127',
]
const dark: MantineColorsTuple = [
  '#e6e9ec', '#c3c9cf', '#9aa3ad', '#737c86', '#343a41', '#2a2f35', '#1d2126', '#15181b', '#101214', '#0b0d0e',
]
const red: MantineColorsTuple = [
  '#fdecea', '#fbd5d1', '#f7b0aa', '#ff9c93', '#f0867d', '#e0554a', '#b3261e', '#c4362d', '#b3261e', '#8f1d17',
]

const input = { size: 'sm', labelProps: { mb: 4 }, errorProps: { mt: 6, role: 'alert' } }

/**
 * Plain data, typed by `satisfies`: with the components' own `extend` here every page would load every one of them,
 * and the sign-in page has a budget.
 */
export const theme = {
  colors: { accent, gray, dark, red },
  primaryColor: 'accent',
  primaryShade: { light: 8, dark: 7 },
  white: '#ffffff',
  black: '#171b20',
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace",
  fontSizes: { xs: '12px', sm: '14px', md: '16px', lg: '20px', xl: '28px' },
  lineHeights: { xs: '1.35', sm: '1.45', md: '1.5', lg: '1.4', xl: '1.25' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  headings: { fontWeight: '620' },
  components: {
    Button: { defaultProps: { size: 'sm' } satisfies ButtonProps },
    TextInput: { defaultProps: input satisfies TextInputProps },
    PasswordInput: { defaultProps: input },
    Select: {
      defaultProps: {
        ...input,
        // The list scrolls by itself: a scroll area inside it would be a scrolling thing that no key reaches.
        withScrollArea: false,
        comboboxProps: { shadow: 'md', transitionProps: { duration: 120 } },
      } satisfies SelectProps,
      classNames: { options: 'optionsList' },
    },
    Modal: {
      defaultProps: {
        centered: true,
        radius: 'lg',
        overlayProps: { backgroundOpacity: 0.45 },
        transitionProps: { duration: 150 },
      } satisfies Partial<ModalProps>,
    },
    // The placeholder would be a child that role=menu does not allow.
    Menu: {
      defaultProps: { shadow: 'md', transitionProps: { duration: 120 }, withInitialFocusPlaceholder: false } satisfies MenuProps,
    },
    Tooltip: {
      defaultProps: { openDelay: 300, withArrow: false, events: { hover: true, focus: true, touch: true } } satisfies Partial<TooltipProps>,
    },
  },
} satisfies MantineThemeOverride

/** Mantine's own variables where its default misses AA or our palette. Ours are in tokens.css. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-error': '#b3261e',
    '--mantine-color-placeholder': '#656e79',
    '--mantine-color-dimmed': '#5b6470',
    '--mantine-color-anchor': '#0b6478',
    '--mantine-color-default-border': '#d3d8dd',
  },
  dark: {
    '--mantine-color-error': '#ff9c93',
    '--mantine-color-placeholder': '#8b949e',
    '--mantine-color-dimmed': '#9aa3ad',
    '--mantine-color-anchor': '#5cc3d9',
    '--mantine-color-body': '#15181b',
    '--mantine-color-default': '#1b1f23',
    '--mantine-color-default-hover': '#22272c',
    '--mantine-color-default-border': '#343a41',
  },
})
