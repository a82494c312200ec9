import type { CSSVariablesResolver, MantineColorsTuple, MantineThemeOverride } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { createElement } from 'react';
import fieldLook from './field.module.css';
import menuLook from './menu.module.css';
import switchLook from './switch.module.css';

/** Ten steps that point at tokens.css, so that light and dark change without the library knowing two scales. */
function steps(letter: 'a' | 'n'): MantineColorsTuple {
  const step = (index: number) => `var(--${letter}${index})`;
  return [step(0), step(1), step(2), step(3), step(4), step(5), step(6), step(7), step(8), step(9)];
}

const field = { size: 'sm', radius: 8 } as const;
const fieldClasses = {
  label: fieldLook.label,
  input: fieldLook.input,
  description: fieldLook.description,
  error: fieldLook.error,
};
/** Label above, field, then the hint; an error replaces the hint. */
const fieldOrder = { inputWrapperOrder: ['label', 'input', 'description', 'error'] as const };

export const theme: MantineThemeOverride = {
  colors: { accent: steps('a'), neutral: steps('n'), gray: steps('n'), dark: steps('n') },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 6 },
  fontFamily: 'var(--sans)',
  fontFamilyMonospace: 'var(--code)',
  headings: { fontFamily: 'var(--sans)', fontWeight: '600' },
  defaultRadius: 8,
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '0.9375rem', xl: '1.3125rem' },
  lineHeights: { xs: '1.34', sm: '1.54', md: '1.43', lg: '1.47', xl: '1.34' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '10px', xl: '12px' },
  shadows: {
    xs: 'var(--shadow-button)',
    sm: 'var(--shadow-menu)',
    md: 'var(--shadow-menu)',
    lg: 'var(--shadow-dialog)',
    xl: 'var(--shadow-dialog)',
  },
  breakpoints: { xs: '30em', sm: '43.75em', md: '56em', lg: '68.75em', xl: '90em' },
  components: {
    TextInput: { defaultProps: { ...field, ...fieldOrder }, classNames: fieldClasses },
    PasswordInput: {
      defaultProps: { ...field, ...fieldOrder },
      classNames: { ...fieldClasses, innerInput: fieldLook.inner },
    },
    Textarea: { defaultProps: { ...field, ...fieldOrder }, classNames: fieldClasses },
    NumberInput: { defaultProps: { ...field, ...fieldOrder }, classNames: fieldClasses },
    Select: {
      defaultProps: {
        ...field,
        ...fieldOrder,
        allowDeselect: false,
        rightSection: createElement(IconChevronDown, { size: 16, stroke: 1.75 }),
        rightSectionPointerEvents: 'none',
      },
      classNames: { ...fieldClasses, dropdown: menuLook.dropdown },
    },
    MultiSelect: {
      defaultProps: { ...field, ...fieldOrder },
      classNames: { ...fieldClasses, dropdown: menuLook.dropdown },
    },
    Autocomplete: {
      defaultProps: { ...field, ...fieldOrder },
      classNames: { ...fieldClasses, dropdown: menuLook.dropdown },
    },
    TagsInput: {
      defaultProps: { ...field, ...fieldOrder },
      classNames: { ...fieldClasses, dropdown: menuLook.dropdown },
    },
    Pill: { classNames: { root: fieldLook.pill } },
    CloseButton: { classNames: { root: fieldLook.clear } },
    FileInput: { defaultProps: { ...field, ...fieldOrder }, classNames: fieldClasses },
    NativeSelect: { defaultProps: { ...field, ...fieldOrder }, classNames: fieldClasses },
    InputWrapper: {
      classNames: { label: fieldLook.label, description: fieldLook.description, error: fieldLook.error },
    },
    Checkbox: {
      defaultProps: { size: 'xs', radius: 4 },
      classNames: {
        input: switchLook.box,
        label: switchLook.label,
        body: switchLook.body,
        description: switchLook.said,
      },
    },
    Radio: {
      defaultProps: { size: 'xs' },
      classNames: {
        radio: switchLook.box,
        label: switchLook.label,
        body: switchLook.body,
        description: switchLook.said,
      },
    },
    Switch: {
      defaultProps: { size: 'xs' },
      classNames: { label: switchLook.label, body: switchLook.body, description: switchLook.said },
    },
    SegmentedControl: {
      defaultProps: { radius: 8, size: 'sm', transitionDuration: 0 },
      classNames: { root: switchLook.segments, label: switchLook.segment, indicator: switchLook.indicator },
    },
    Tabs: { classNames: { list: switchLook.tabs, tab: switchLook.tab } },
    Menu: {
      defaultProps: { radius: 10, offset: 6, transitionProps: { duration: 120 } },
      classNames: {
        dropdown: menuLook.dropdown,
        item: menuLook.row,
        label: menuLook.heading,
        divider: menuLook.divider,
      },
    },
    Tooltip: {
      defaultProps: {
        openDelay: 300,
        radius: 6,
        multiline: true,
        maw: 280,
        events: { hover: true, focus: true, touch: true },
      },
      classNames: { tooltip: menuLook.tooltip },
    },
    Popover: { defaultProps: { radius: 10 }, classNames: { dropdown: menuLook.dropdown } },
    Modal: { defaultProps: { radius: 12, overlayProps: { color: 'var(--veil)' } } },
  },
};

/** Points the library's own variables at ours; the values live in tokens.css and follow the scheme by themselves. */
export const variables: CSSVariablesResolver = () => {
  const both = {
    '--mantine-color-body': 'var(--page)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-bright': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-muted)',
    '--mantine-color-placeholder': 'var(--ink-muted)',
    '--mantine-color-anchor': 'var(--accent-text)',
    '--mantine-color-error': 'var(--exclude-text)',
    '--mantine-color-default': 'var(--button)',
    '--mantine-color-default-hover': 'var(--well)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--rule)',
    '--mantine-color-disabled': 'var(--well)',
    '--mantine-color-disabled-color': 'var(--ink-muted)',
    '--mantine-color-disabled-border': 'var(--rule)',
    '--mantine-primary-color-filled': 'var(--accent)',
    '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
    '--mantine-color-accent-filled': 'var(--accent)',
    '--mantine-color-accent-filled-hover': 'var(--accent-hover)',
    '--mantine-color-accent-light': 'var(--next-tint)',
    '--mantine-color-accent-light-hover': 'var(--chosen)',
    '--mantine-color-accent-light-color': 'var(--accent-text)',
  };
  return { variables: {}, light: both, dark: both };
};
