import { expect, it } from 'vitest';
import { translator } from '@/app/i18n/messages';
import { remarkMessages } from './remarks.messages';

it('speaks of one person as of one, and of many with their number', () => {
  const t = translator(remarkMessages, 'en');
  expect(t('outOfOrder', { count: 1, n: '1' })).toMatch(/^1 person has a later step/);
  expect(t('outOfOrder', { count: 1200, n: '1,200' })).toMatch(/^1,200 people have a later step/);
  const zh = translator(remarkMessages, 'zh-CN');
  expect(zh('outOfOrder', { count: 1, n: '1' })).toMatch(/^1 人的后一步/);
});

it('has both forms for whatever it counts', () => {
  const { en } = remarkMessages;
  for (const [key, text] of Object.entries(en)) {
    if (text.includes('{{n}}')) expect(key).toMatch(/_(one|other)$/);
    if (key.endsWith('_one')) expect(text, key).not.toMatch(/\{\{n\}\} \w+s\b|\{\{n\}\} people/);
  }
});
