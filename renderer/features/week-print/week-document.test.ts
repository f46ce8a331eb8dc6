import { contentItemSchema, SLOTS } from '@shared/domain/calendar/content.schema';
import { weekOf } from '@shared/domain/calendar/week.rules';
import { describe, expect, it } from 'vitest';
import { weekDocument } from './week-document';
import { weekRange } from './week-range';

const week = weekOf('2026-09-25');
const columns = [{ id: 'column-origin', name: '产地溯源', category: 'knowledge' as const }];

function item(n: number, fields: Record<string, unknown> = {}) {
  return contentItemSchema.parse({
    id: `item-${n}`,
    date: week.days[n % 7],
    slot: SLOTS[n % 4],
    title: `第${n}条内容`,
    position: n,
    ...fields,
  });
}

function print(fields: Partial<Parameters<typeof weekDocument>[0]> = {}) {
  return weekDocument({
    week,
    items: Array.from({ length: 7 }, (_, n) => item(n)),
    columns,
    language: 'zh-CN',
    title: '城东鲜果团 1 群',
    edition: 'members',
    ...fields,
  });
}
const pagesOf = (html: string) => html.split('<section class="page">').length - 1;

describe('the printed week', () => {
  it('holds the group, every date, festival, day off and title on one page', () => {
    const { html, suggestedName, landscape, pageSize } = print();
    for (const text of [
      '城东鲜果团 1 群',
      '2026年9月21日–27日',
      '秋分',
      '中秋',
      '休',
      '第 1 页 / 共 1 页',
    ]) {
      expect(html).toContain(text);
    }
    for (const day of [
      '9月21日',
      '9月22日',
      '9月23日',
      '9月24日',
      '9月25日',
      '9月26日',
      '9月27日',
    ]) {
      expect(html).toContain(day);
    }
    for (let n = 0; n < 7; n += 1) expect(html).toContain(`第${n}条内容`);
    expect(pagesOf(html)).toBe(1);
    expect({ suggestedName, landscape, pageSize }).toEqual({
      suggestedName: '城东鲜果团 1 群 周活动日历 2026-09-21.pdf',
      landscape: true,
      pageSize: 'A4',
    });
  });

  it('shows text of people as text, never as markup', () => {
    const items = [item(0, { title: '<script>alert(1)</script> & "㛃䶮𠮷" 😀' })];
    const { html } = print({ items, title: '<b>群</b>', note: '<img src=x>' });
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;㛃䶮𠮷&quot; 😀');
    expect(html).not.toMatch(/<script|<img|<b>群/);
  });

  it('keeps scripts, owners and status to the internal edition', () => {
    const items = [item(0, { text: '私聊话术', owner: '林晓燕', columnId: 'column-origin' })];
    const members = print({ items }).html;
    expect(members).toContain('产地溯源');
    expect(members).not.toMatch(/私聊话术|林晓燕|草稿|内部版/);
    const internal = print({ items, edition: 'internal' }).html;
    for (const text of ['私聊话术', '林晓燕', '草稿', '内部版', '第 2 页 / 共 2 页']) {
      expect(internal).toContain(text);
    }
  });

  it('goes on on a second page when the week is overfull, and numbers both', () => {
    const items = Array.from({ length: 120 }, (_, n) =>
      item(n, { title: `第${n}条：烟台红富士苹果五斤装` }),
    );
    const { html } = print({ items });
    expect(pagesOf(html)).toBe(2);
    expect(html).toContain('第 2 页 / 共 2 页');
    for (let n = 0; n < 120; n += 1) expect(html).toContain(`第${n}条：`);
  });

  it('prints a two-hundred-character title whole', () => {
    const title = '长'.repeat(200);
    expect(print({ items: [item(0, { title })] }).html).toContain(title);
  });

  it('gives a long note pages of its own', () => {
    const note = `${'周三停送。'.repeat(300)}完`;
    const { html } = print({ note });
    expect(pagesOf(html)).toBe(2);
    expect(html.replaceAll(/<[^>]+>/g, '')).toContain('完');
  });

  it('says when the holidays of the year are not announced', () => {
    const next = weekOf('2027-02-05');
    expect(print({ week: next, items: [] }).html).toContain('本年放假安排尚未公布');
    expect(print().html).not.toContain('本年放假安排尚未公布');
  });

  it('is complete in English', () => {
    const { html } = print({ language: 'en', title: 'East Side Fruit' });
    for (const text of ['lang="en"', 'Morning', 'Holiday', 'Mid-Autumn', 'Page 1 / 1', 'Article']) {
      expect(html).toContain(text);
    }
    expect(html.match(/Fri,? 25 Sept?|25 Sept?/)).not.toBeNull();
  });
});

describe('the dates of a week', () => {
  it.each([
    ['2026-11-18', '2026年11月16日–22日', '16 – 22 November 2026'],
    ['2026-12-02', '2026年11月30日–12月6日', '30 November – 6 December 2026'],
    ['2027-01-01', '2026年12月28日–2027年1月3日', '28 December 2026 – 3 January 2027'],
  ])('of %s', (day, zh, en) => {
    expect(weekRange(weekOf(day), 'zh-CN')).toBe(zh);
    expect(weekRange(weekOf(day), 'en').replaceAll(/\s/g, ' ')).toBe(en);
  });
});
