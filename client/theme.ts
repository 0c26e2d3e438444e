import { type CSSVariablesResolver, createTheme, virtualColor } from '@mantine/core';
import { DARK, LIGHT, type Palette } from './canvas/palette.ts';

/** Calm, dense, exact: one sans with tabular figures, 14 px, small radii. */
export const theme = createTheme({
  fontFamily: "'Inter Variable', 'Noto Sans SC', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'DejaVu Sans Mono', monospace",
  defaultRadius: 4,
  autoContrast: true,
  primaryColor: 'primary',
  primaryShade: { light: 7, dark: 4 },
  colors: {
    // A virtual colour takes its contrast by colour scheme: dark words on the light accent of the dark scheme.
    primary: virtualColor({ name: 'primary', light: 'accent', dark: 'accent' }),
    accent: [
      '#e8f3fa',
      '#d2e6f3',
      '#a3cde7',
      '#72b2da',
      '#6CB8E6',
      '#3388b9',
      '#20739f',
      '#155E8A',
      '#0f4b70',
      '#083853',
    ],
  },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  headings: { sizes: { h1: { fontSize: '28px' }, h2: { fontSize: '20px' }, h3: { fontSize: '16px' } } },
});

/** The palette of the canvas as CSS variables (`--il-listed` ...), so that panels and canvas cannot differ. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...variablesOf(LIGHT),
    '--mantine-color-body': LIGHT.ground,
    '--mantine-color-text': LIGHT.text,
    '--mantine-color-dimmed': LIGHT.muted,
  },
  dark: {
    ...variablesOf(DARK),
    '--mantine-color-body': DARK.ground,
    '--mantine-color-text': DARK.text,
    '--mantine-color-dimmed': DARK.muted,
  },
});

function variablesOf(palette: Palette): Record<string, string> {
  return Object.fromEntries(Object.entries(palette).map(([name, value]) => [`--il-${name}`, value]));
}
