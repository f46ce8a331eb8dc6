import { MENU_COMMANDS, type MenuCommand } from '@shared/contracts/ipc';
import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import { buildMenuTemplate } from './menu-template';
import { nativeMessages, say } from './native.messages';

const flatten = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flatten(item.submenu) : [])]);

function build(language: 'zh-CN' | 'en', isMac: boolean, sent: MenuCommand[] = []) {
  return buildMenuTemplate(
    {
      language,
      send: (command) => sent.push(command),
      showBackups: () => undefined,
      showAbout: () => undefined,
    },
    isMac,
    true,
  );
}

test.each([true, false])(
  'every product command but the about box is in the menu (mac: %s)',
  (isMac) => {
    const ids = new Set(flatten(build('en', isMac)).map((item) => item.id));
    for (const command of MENU_COMMANDS) {
      expect(ids.has(command === 'about' ? 'about-box' : command), command).toBe(true);
    }
  },
);

test('an entry sends its own command', () => {
  const sent: MenuCommand[] = [];
  for (const item of flatten(build('zh-CN', false, sent))) {
    if (item.id !== undefined && (MENU_COMMANDS as readonly string[]).includes(item.id)) {
      (item.click as () => void)();
      expect(sent.at(-1)).toBe(item.id);
    }
  }
  expect(new Set(sent).size).toBe(MENU_COMMANDS.length - 1);
});

test('no shortcut is given twice', () => {
  for (const isMac of [true, false]) {
    const keys = flatten(build('en', isMac)).flatMap((item) => item.accelerator ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  }
});

test('both languages carry the same values', () => {
  const marks = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const [key, words] of Object.entries(nativeMessages)) {
    expect(marks(words['zh-CN']), key).toEqual(marks(words.en));
    expect(words['zh-CN'].length > 0 && words.en.length > 0, key).toBe(true);
  }
  expect(say('en', 'aboutVersion', { version: '1.2' })).toBe('Version 1.2');
});
