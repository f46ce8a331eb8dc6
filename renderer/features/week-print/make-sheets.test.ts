import { contentItemSchema } from '@shared/domain/calendar/content.schema';
import { DEFAULT_SLOT_SETTINGS } from '@shared/domain/calendar/slot-defaults';
import { SLOTS } from '@shared/domain/calendar/slots';
import { groupSchema } from '@shared/domain/groups/group.schema';
import { describe, expect, it } from 'vitest';
import { paperJob, paperPages, posterJobs, posters } from './make-sheets';
import { type PrintChoices, type PrintSpan, parseChoices } from './print-choices';
import { daysOfSpan, shiftSpan, spanRange } from './print-days';
import type { PrintOrder } from './print-parts';

const DAY = '2026-09-25';
const PICTURE = 'data:image/png;base64,iVBORw0KGgo=';
const days = daysOfSpan('week', DAY);
const groups = ['城东鲜果团 1 群', '滨江宝妈群'].map((name, n) =>
  groupSchema.parse({
    id: `group-${n}`,
    name,
    openedAt: 0,
    ...(n === 0 && { qrAssetId: 'qr-of-0', qrUntil: '2026-09-30' }),
  }),
);

function item(n: number, fields: Record<string, unknown> = {}) {
  return contentItemSchema.parse({
    id: `item-${n}`,
    date: days[n % 7],
    slot: SLOTS[n % 4],
    title: `第${n}条内容`,
    position: n,
    ...fields,
  });
}

type Fields = Partial<PrintOrder['plan']> & {
  choices?: Partial<PrintChoices>;
  span?: PrintSpan;
  day?: string;
  today?: string;
  language?: 'zh-CN' | 'en';
  note?: string;
};

function order(fields: Fields = {}): PrintOrder {
  const {
    choices,
    span = 'week',
    day = DAY,
    today = DAY,
    language = 'zh-CN',
    note,
    ...plan
  } = fields;
  return {
    span,
    day,
    today,
    language,
    choices: { ...parseChoices({}), ...choices },
    qrPictures: new Map([['qr-of-0', PICTURE]]),
    plan: {
      days: daysOfSpan(span, day),
      items: Array.from({ length: 7 }, (_, n) => item(n)),
      plan: note === undefined ? undefined : { id: days[0] ?? '', note },
      columns: [],
      groups: [],
      slots: DEFAULT_SLOT_SETTINGS,
      variables: {},
      logo: undefined,
      workspaceName: '城东鲜果团',
      timeZone: 'Asia/Shanghai',
      ...plan,
    },
  };
}
const html = (fields: Fields = {}) => paperJob(order(fields)).html;
const text = (of: string) => of.replaceAll(/<style>.*?<\/style>/gs, '').replaceAll(/<[^>]+>/g, ' ');
const pagesOf = (fields: Fields) => paperPages(order(fields)).pages.length;
const portrait = { isLandscape: { week: false, day: false, month: false } };

describe('the printed week', () => {
  it('holds the name, every date, festival, day off and title on one page', () => {
    const job = paperJob(order());
    for (const words of [
      '城东鲜果团',
      '2026年9月21日–27日',
      '秋分',
      '中秋',
      '休',
      '第 1 页 / 共 1 页',
    ])
      expect(job.html).toContain(words);
    for (let n = 21; n <= 27; n += 1) expect(job.html).toContain(`9月${n}日`);
    for (let n = 0; n < 7; n += 1) expect(job.html).toContain(`第${n}条内容`);
    expect(job).toMatchObject({
      suggestedName: '城东鲜果团 周活动日历 2026-09-21.pdf',
      landscape: true,
      pageSize: 'A4',
    });
  });

  it('shows text of people as text, never as markup', () => {
    const items = [item(0, { title: '<script>alert(1)</script> & "㛃䶮𠮷" 😀' })];
    const made = html({ items, workspaceName: '<b>群</b>', note: '<img src=x>' });
    expect(made).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;㛃䶮𠮷&quot; 😀');
    expect(made).not.toMatch(/<script|<img|<b>群/);
  });

  it('keeps scripts, owners, checklists, notes and status to the internal edition', () => {
    const items = [
      item(0, {
        text: '私聊话术',
        owner: '林晓燕',
        checklist: [{ text: '核对库存', isDone: true }],
        note: '有人问冷链',
        approvedBy: '陈主管',
      }),
    ];
    const secret = [
      '私聊话术',
      '林晓燕',
      '草稿',
      '内部版',
      '核对库存',
      '有人问冷链',
      '陈主管 审核',
    ];
    const members = html({ items });
    for (const words of secret) expect(members).not.toContain(words);
    const internal = html({ items, choices: { edition: 'internal' } });
    for (const words of [...secret, '第 2 页 / 共 2 页']) expect(internal).toContain(words);
  });

  it.each([
    ['landscape', {}],
    ['portrait', portrait],
  ])('goes on on further pages in %s when it is overfull, and loses nothing', (_, paper) => {
    const items = Array.from({ length: 160 }, (_, n) =>
      item(n, { title: `第${n}条：烟台红富士苹果五斤装，今天到货` }),
    );
    const made = html({ items, choices: paper });
    const pages = pagesOf({ items, choices: paper });
    expect(pages).toBeGreaterThan(1);
    expect(made).toContain(`第 ${pages} 页 / 共 ${pages} 页`);
    for (let n = 0; n < 160; n += 1) expect(made.split(`第${n}条：`)).toHaveLength(2);
  });

  it('sets larger type and fewer pages on larger paper', () => {
    const titlePt = (choices: Partial<PrintChoices>) =>
      Number(/--title: ([\d.]+)pt/.exec(paperPages(order({ choices })).style)?.[1]);
    expect(titlePt({ size: 'A3' })).toBeGreaterThan(titlePt({ size: 'A4' }));
  });

  it('prints a two-hundred-character title whole', () => {
    const title = '长'.repeat(200);
    expect(html({ items: [item(0, { title })] })).toContain(title);
    expect(html({ items: [item(0, { title })], choices: portrait })).toContain(title);
  });

  it('gives a long note pages of its own, and leaves the note out when asked', () => {
    const note = `${'周三停送。'.repeat(300)}完`;
    expect(pagesOf({ note })).toBe(2);
    expect(text(html({ note }))).toContain('完');
    expect(html({ note, choices: { hasNote: false } })).not.toContain('周三停送');
  });

  it('says when the holidays of the year are not announced', () => {
    expect(html({ day: '2027-02-05', items: [] })).toContain('本年放假安排尚未公布');
    expect(html()).not.toContain('本年放假安排尚未公布');
  });

  it('carries the hours that the workspace set', () => {
    const slots = structuredClone(DEFAULT_SLOT_SETTINGS);
    slots.slots.night = { ...slots.slots.night, from: '19:30', to: '22:00' };
    expect(html({ slots })).toContain('19:30–22:00');
  });

  it('is complete in English', () => {
    const made = html({ language: 'en', workspaceName: 'East Side Fruit' });
    for (const words of ['lang="en"', 'Morning', 'Holiday', 'Mid-Autumn', 'Page 1 / 1', 'Article'])
      expect(made).toContain(words);
  });

  it('tells slots apart without colour', () => {
    const { style } = paperPages(order({ choices: { isMono: true } }));
    for (const words of ['--bar: dotted', '--bar: dashed', '--bar: double'])
      expect(style).toContain(words);
    expect(style).not.toContain('#fbf3d9');
  });

  it('needs no style attributes, which the window forbids', () => {
    for (const span of ['week', 'day', 'month'] as const)
      expect(paperPages(order({ span })).pages.join('')).not.toContain('style=');
    expect(posters(order())[0]?.pages.join('')).not.toContain('style=');
  });
});

describe('a sheet of one group', () => {
  const items = [
    item(0, { groupIds: ['group-0'], title: '一群专场' }),
    item(1, { groupIds: ['group-1'], title: '宝妈专场' }),
    item(2, { title: '大家都有', text: '{群名}的邻居们' }),
  ];

  it('holds its items alone, under its name, with its QR code while that works', () => {
    const one = { groups: 'group-0' } as const;
    const made = html({ items, groups, choices: one });
    for (const words of ['城东鲜果团 1 群', '一群专场', '大家都有', PICTURE, '有效至9月30日'])
      expect(made).toContain(words);
    expect(made).not.toContain('宝妈专场');
    expect(html({ items, groups, choices: one, today: '2026-10-01' })).not.toContain(PICTURE);
    expect(html({ items, groups, choices: { ...one, hasQr: false } })).not.toContain(PICTURE);
  });

  it('has the scripts filled in for the group', () => {
    const made = html({ items, groups, choices: { groups: 'group-1', edition: 'internal' } });
    expect(made).toContain('滨江宝妈群的邻居们');
    expect(html({ items, groups, choices: { edition: 'internal' } })).toContain('{群名}的邻居们');
  });

  it('says on the common sheet which items are for some groups only', () => {
    const made = html({ items, groups });
    expect(made).toContain('限 城东鲜果团 1 群');
    expect(made.match(/限 /g)).toHaveLength(2);
  });

  it('comes one after the other in one document, each numbered by itself, and as posters', () => {
    const each = order({ items, groups, choices: { groups: 'each' } });
    expect(paperPages(each).pages).toHaveLength(2);
    expect(paperJob(each).html.match(/第 1 页 \/ 共 1 页/g)).toHaveLength(2);
    expect(posterJobs(each).map(({ suggestedName }) => suggestedName)).toEqual([
      '城东鲜果团 1 群 周活动日历 2026-09-21.png',
      '滨江宝妈群 周活动日历 2026-09-21.png',
    ]);
  });

  it('falls back to the common sheet when the chosen group is gone', () => {
    expect(html({ items, groups, choices: { groups: 'gone' } })).toContain('宝妈专场');
  });
});

describe('day and month', () => {
  it('a day lists its slots in order with a tick box for every group', () => {
    const items = [
      item(4, { slot: 'night', title: '晚安', time: '21:00' }),
      item(4, { id: 'b', slot: 'morning', title: '早安', text: '早上好' }),
    ];
    const made = html({ span: 'day', items, groups, choices: { edition: 'internal' } });
    expect(made.indexOf('早安')).toBeLessThan(made.indexOf('晚安'));
    for (const words of ['21:00', '早上好', '发到', '滨江宝妈群', '没有安排', 'class="tick"'])
      expect(made).toContain(words);
    expect(html({ span: 'day', items, groups })).not.toContain('早上好');
  });

  it('a long day goes on under its slot, and loses nothing', () => {
    const items = Array.from({ length: 30 }, (_, n) =>
      item(4, {
        id: `i${n}`,
        position: n,
        slot: 'noon',
        title: `第${n}条。`,
        text: '话术'.repeat(300),
      }),
    );
    const internal = { items, span: 'day', choices: { edition: 'internal' } } as const;
    expect(pagesOf({ ...internal, items: [...items] })).toBeGreaterThan(2);
    const made = text(html({ ...internal, items: [...items] }));
    for (let n = 0; n < 30; n += 1) expect(made).toContain(`第${n}条。`);
    expect(made.match(/话术/g)).toHaveLength(30 * 300);
  });

  it('a month is one page, whole while it can be, and says what it shortened', () => {
    const inMonth = (count: number, title: string) =>
      Array.from({ length: count }, (_, n) =>
        item(n, { id: `m${n}`, date: `2026-09-${String((n % 30) + 1).padStart(2, '0')}`, title }),
      );
    const light = { span: 'month', items: inMonth(60, '接龙：云南石林人参果') } as const;
    expect(pagesOf({ ...light, items: [...light.items] })).toBe(1);
    const made = html({ ...light, items: [...light.items] });
    expect(made.match(/云南石林人参果/g)).toHaveLength(60);
    expect(made).not.toContain('有省略');
    const crowded = html({ span: 'month', items: inMonth(600, '接龙：云南石林人参果三斤装') });
    expect(crowded).toContain('还有 ');
    expect(crowded).toContain('放不下的标题有省略');
  });
});

describe('the poster', () => {
  it('holds every day, slot, title and the note', () => {
    const [job] = posterJobs(order({ note: '周三停送' }));
    for (let n = 0; n < 7; n += 1) expect(job?.html).toContain(`第${n}条内容`);
    for (const words of ['9月21日', '9月27日', '早间', '06–08', '周三停送'])
      expect(job?.html).toContain(words);
    expect(job?.suggestedName).toBe('城东鲜果团 周活动日历 2026-09-21.png');
  });
});

describe('the days of a span', () => {
  it.each([
    ['2026-11-18', '2026年11月16日–22日', '16 – 22 November 2026'],
    ['2026-12-02', '2026年11月30日–12月6日', '30 November – 6 December 2026'],
    ['2027-01-01', '2026年12月28日–2027年1月3日', '28 December 2026 – 3 January 2027'],
  ])('the week of %s in words', (day, zh, en) => {
    expect(spanRange('week', day, 'zh-CN')).toBe(zh);
    expect(spanRange('week', day, 'en').replaceAll(/\s/g, ' ')).toBe(en);
  });

  it('a month has all its days, and the one before and after are found', () => {
    expect(daysOfSpan('month', '2028-02-10')).toHaveLength(29);
    expect(shiftSpan('month', '2026-01-31', -1)).toBe('2025-12-01');
    expect(shiftSpan('month', '2026-12-31', 1)).toBe('2027-01-01');
    expect(shiftSpan('week', '2026-09-25', 1)).toBe('2026-09-28');
  });
});
