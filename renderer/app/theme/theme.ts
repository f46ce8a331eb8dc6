import {
  Button,
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  Input,
  type MantineColorsTuple,
  Modal,
  Notification,
  Tooltip,
} from '@mantine/core';

const rudder: MantineColorsTuple = [
  '#e7f5f3',
  '#c9e7e3',
  '#9ad3cc',
  '#68bdb3',
  '#2fb5a6',
  '#13827a',
  '#0f766e',
  '#0b5d57',
  '#084843',
  '#063833',
];

const ember: MantineColorsTuple = [
  '#fdf0ea',
  '#fadccf',
  '#f5b99f',
  '#f2976f',
  '#f0794c',
  '#e3653a',
  '#d9582b',
  '#b8431a',
  '#943513',
  '#75290e',
];

const green: MantineColorsTuple = [
  '#eaf6ef',
  '#d0ebdb',
  '#a5d8ba',
  '#7bcfa0',
  '#54b882',
  '#3d9e69',
  '#2e8b57',
  '#1f6e43',
  '#165335',
  '#0f3c26',
];

const yellow: MantineColorsTuple = [
  '#fdf6e3',
  '#fbf1d9',
  '#f3dea5',
  '#ebc15f',
  '#e0ac35',
  '#d49a12',
  '#c98a00',
  '#8a5f00',
  '#694800',
  '#4d3500',
];

const red: MantineColorsTuple = [
  '#fdf0ef',
  '#fbe0de',
  '#f4b9b4',
  '#f28f87',
  '#ea6a60',
  '#da4b41',
  '#c8372d',
  '#b32d24',
  '#8c221b',
  '#6a1914',
];

const gray: MantineColorsTuple = [
  '#fbfaf7',
  '#f4f2ec',
  '#e6e3db',
  '#d9d5ca',
  '#cfcabd',
  '#a9a699',
  '#7d838c',
  '#5b6675',
  '#36414f',
  '#1b2430',
];

const dark: MantineColorsTuple = [
  '#e8ebef',
  '#c3cad3',
  '#a3adba',
  '#7d8896',
  '#414d5c',
  '#2a3440',
  '#1f2933',
  '#182029',
  '#11161d',
  '#0d1117',
];

const FLOAT_MS = 150;

export const theme = createTheme({
  colors: { teal: rudder, orange: ember, green, yellow, red, gray, dark },
  primaryColor: 'teal',
  primaryShade: { light: 6, dark: 5 },
  autoContrast: true,
  white: '#ffffff',
  black: '#1b2430',
  fontFamily: 'var(--q-font)',
  fontFamilyMonospace: 'var(--q-font-mono)',
  fontSizes: {
    xs: 'var(--q-size-12)',
    sm: 'var(--q-size-13)',
    md: 'var(--q-size-14)',
    lg: 'var(--q-size-16)',
    xl: 'var(--q-size-20)',
  },
  lineHeights: { xs: '1.5', sm: '1.5', md: '1.55', lg: '1.5', xl: '1.4' },
  headings: {
    fontFamily: 'var(--q-font)',
    fontWeight: '650',
    sizes: {
      h1: { fontSize: 'var(--q-size-20)', lineHeight: '1.4' },
      h2: { fontSize: 'var(--q-size-16)', lineHeight: '1.5' },
      h3: { fontSize: 'var(--q-size-14)', lineHeight: '1.5' },
      h4: { fontSize: 'var(--q-size-13)', lineHeight: '1.5' },
    },
  },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '20px' },
  defaultRadius: 'sm',
  shadows: {
    xs: 'none',
    sm: 'none',
    md: 'var(--q-float)',
    lg: 'var(--q-float)',
    xl: 'var(--q-float)',
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { fw: 600 } }),
    // By itself Mantine writes both two pixels smaller than the field, under the least size.
    InputWrapper: Input.Wrapper.extend({
      vars: () => ({
        label: {},
        description: { '--input-description-size': 'var(--q-size-12)' },
        error: { '--input-error-size': 'var(--q-size-12)' },
        success: {},
      }),
    }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300, color: 'dark.6', fz: 12 } }),
    Modal: Modal.extend({
      defaultProps: {
        centered: true,
        radius: 'md',
        transitionProps: { duration: FLOAT_MS },
        overlayProps: { backgroundOpacity: 0.35 },
      },
    }),
    // Under a title Mantine greys the sentence below what can be read with ease.
    Notification: Notification.extend({ styles: { description: { color: 'var(--q-ink)' } } }),
    Drawer: Drawer.extend({
      defaultProps: {
        position: 'right',
        transitionProps: { duration: FLOAT_MS },
        overlayProps: { backgroundOpacity: 0.2 },
      },
    }),
  },
});

/** The soft variant of a hue: its tint, and the words that can be read on it. */
const soft = (mantine: string, tint: string, words: string) => ({
  [`--mantine-color-${mantine}-light`]: `var(--q-${tint}-tint)`,
  [`--mantine-color-${mantine}-light-hover`]: `color-mix(in srgb, var(--q-${tint}-tint), var(--q-${tint}) 14%)`,
  [`--mantine-color-${mantine}-light-color`]: `var(--q-${words})`,
});

/** Mantine's own names for paper, ink and lines follow the tokens, in both themes. */
const scheme = {
  '--mantine-color-body': 'var(--q-surface)',
  '--mantine-color-text': 'var(--q-ink)',
  '--mantine-color-dimmed': 'var(--q-ink-quiet)',
  '--mantine-color-placeholder': 'var(--q-ink-quiet)',
  '--mantine-color-default': 'var(--q-surface)',
  '--mantine-color-default-hover': 'var(--q-sunken)',
  '--mantine-color-default-color': 'var(--q-ink)',
  '--mantine-color-default-border': 'var(--q-line-strong)',
  '--mantine-color-anchor': 'var(--q-teal)',
  '--mantine-color-error': 'var(--q-red-text)',
  ...soft('teal', 'teal', 'teal-strong'),
  ...soft('orange', 'ember', 'ember-text'),
  ...soft('green', 'green', 'green-text'),
  ...soft('yellow', 'yellow', 'yellow-text'),
  ...soft('red', 'red', 'red-text'),
};

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: scheme,
  // The shade in which menus write what is dangerous: on dark ground it would be hard to read.
  dark: { ...scheme, '--mantine-color-red-6': 'var(--q-red-text)' },
});
