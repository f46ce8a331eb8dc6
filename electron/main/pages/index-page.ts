import type { Launch } from '@shared/contracts/ipc';

export type IndexValues = { nonce: string; launch: Launch; isDark: boolean };

/** JSON that cannot end the script element that it stands in, nor start a comment. */
function toHtmlSafeJson(value: unknown): string {
  return JSON.stringify(value)
    .replace(/</g, '\\u003c')
    .replace(/>/g, '\\u003e')
    .replace(/&/g, '\\u0026')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
}

/** Fills the placeholders of `index.html`. */
export function fillIndexPage(template: string, { nonce, launch, isDark }: IndexValues): string {
  const values: Record<string, string> = {
    __NONCE__: nonce,
    __LAUNCH_JSON__: toHtmlSafeJson(launch),
    __LANG__: launch.language,
    __THEME__: isDark ? 'dark' : 'light',
    __NAV__: launch.settings.navCollapsed ? 'collapsed' : 'open',
    __TEXT_SIZE__: launch.settings.textSize ?? 'normal',
  };
  return template.replace(/__[A-Z]+(?:_[A-Z]+)*__/g, (mark) => values[mark] ?? mark);
}
