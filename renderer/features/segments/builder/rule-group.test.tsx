// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { MantineProvider } from '@mantine/core';
import type { RuleRemark } from '@shared/domain/rules/engine-types';
import { type Rule, ruleSchema } from '@shared/domain/rules/rule.schema';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { BuilderFace } from './builder-context';

// The same icons from the library's one file instead of from its thousands.
vi.mock('@tabler/icons-react', async () => {
  const { createRequire } = await import('node:module');
  return createRequire(import.meta.url)('@tabler/icons-react');
});

// Menus open step by step, which a busy machine takes its time for.
vi.setConfig({ testTimeout: 20_000 });

type Parts = {
  RuleGroup: typeof import('./rule-group').RuleGroup;
  BuilderProvider: typeof import('./builder-context').BuilderProvider;
};
let parts: Parts;

beforeAll(async () => {
  // What index.html and the preload put into every window.
  const launch = { language: 'zh-CN', appVersion: '1.2.3', runtime: 'Electron 45', settings: {} };
  document.body.innerHTML = `<script type="application/json" id="launch">${JSON.stringify(launch)}</script>`;
  Object.assign(window, { qunduo: {} });
  window.matchMedia = () =>
    ({ matches: false, addEventListener() {}, removeEventListener() {} }) as never;
  globalThis.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  Element.prototype.scrollIntoView = () => undefined;
  const [group, context] = await Promise.all([import('./rule-group'), import('./builder-context')]);
  parts = { RuleGroup: group.RuleGroup, BuilderProvider: context.BuilderProvider };
}, 60_000);
afterEach(cleanup);

const start = {
  channel: '抖音',
  region: '杭州',
  product: '草莓',
  otherProduct: '蓝莓',
  category: 'fruit',
  tagId: 'tag-1',
  segmentId: undefined,
  snapshotId: undefined,
  level: 'silver',
  frequency: 'weekly',
};

let rule: Rule;

function Builder({ first, remarks }: { first: Rule; remarks: readonly RuleRemark[] }) {
  const [root, setRoot] = useState(first);
  rule = root;
  const face: BuilderFace = {
    root,
    change: setRoot,
    remarksAt: (path) => remarks.filter((it) => it.path.join('.') === path.join('.')),
    start,
    exceptSegmentId: undefined,
  };
  return (
    <MantineProvider env="test">
      <parts.BuilderProvider value={face}>
        <parts.RuleGroup rule={root} path={[]} />
      </parts.BuilderProvider>
    </MantineProvider>
  );
}

const open = (first: Rule, remarks: readonly RuleRemark[] = []) =>
  render(<Builder first={first} remarks={remarks} />);

const ordered: Rule = {
  kind: 'times',
  event: { of: 'order' },
  within: { lastDays: 30 },
  times: { min: 3 },
};
const phone: Rule = { kind: 'filled', field: 'phone' };
const both: Rule = { kind: 'all', of: [ordered, phone] };

/** The `n`-th condition on screen. */
function condition(n: number): HTMLElement {
  const found = screen.getAllByTestId('rule-condition')[n];
  if (!found) throw new Error(`no condition ${n}`);
  return found;
}

async function act(n: number, word: string) {
  fireEvent.click(within(condition(n)).getByTestId('rule-more'));
  fireEvent.click(await screen.findByRole('menuitem', { name: word }));
}

describe('the rule builder', () => {
  it('adds what is looked for, with values that make sense', async () => {
    open({ kind: 'all', of: [] });
    expect(screen.getByTestId('rule-group').textContent).toContain('所有成员');
    fireEvent.click(screen.getByTestId('rule-add'));
    const search = await screen.findByTestId('rule-add-search');
    fireEvent.change(search, { target: { value: '没买过' } });
    const offered = screen.getAllByRole('option');
    expect(offered.map((it) => it.textContent)).toEqual(['买过 A，没买过 B']);
    fireEvent.click(screen.getByTestId('rule-start-aNotB'));
    expect(rule).toEqual({
      kind: 'all',
      of: [
        {
          kind: 'sequence',
          steps: [{ of: 'order', product: ['草莓'] }],
          without: { of: 'order', product: ['蓝莓'] },
        },
      ],
    });
  });

  it('does not offer segments and snapshots while there are none', async () => {
    open({ kind: 'all', of: [] });
    fireEvent.click(screen.getByTestId('rule-add'));
    await screen.findByTestId('rule-start-tag');
    expect(screen.queryByTestId('rule-start-segment')).toBeNull();
    expect(screen.queryByTestId('rule-start-snapshot')).toBeNull();
  });

  it('changes a number as it is typed, and keeps the last one while the field is empty', () => {
    open(both);
    const min = within(condition(0)).getByTestId('range-min');
    fireEvent.change(min, { target: { value: '' } });
    expect(rule).toEqual(both);
    fireEvent.change(min, { target: { value: '5' } });
    expect(rule).toEqual({ kind: 'all', of: [{ ...ordered, times: { min: 5 } }, phone] });
  });

  it('takes yuan and stores fen', () => {
    open({ kind: 'all', of: [{ kind: 'money', measure: 'netFen', range: { min: 50_000 } }] });
    const min = within(condition(0)).getByTestId('range-min');
    expect(min).toHaveProperty('value', '500');
    fireEvent.change(min, { target: { value: '19.9' } });
    expect(rule).toMatchObject({ of: [{ range: { min: 1990 } }] });
  });

  it('turns a condition round and says so in its own words', () => {
    open(both);
    fireEvent.click(within(condition(1)).getByTestId('rule-not'));
    expect(rule).toEqual({ kind: 'all', of: [ordered, { kind: 'not', of: phone }] });
    expect(condition(1).dataset.sentence).toBe('没填手机号');
    fireEvent.click(within(condition(1)).getByTestId('rule-not'));
    expect(rule).toEqual(both);
  });

  it('moves, doubles, wraps, holds and removes by the menu', async () => {
    open(both);
    await act(0, '下移');
    expect(rule).toEqual({ kind: 'all', of: [phone, ordered] });
    await act(0, '再来一份');
    expect(rule).toEqual({ kind: 'all', of: [phone, phone, ordered] });
    await act(0, '去掉');
    await act(0, '放进一组');
    expect(rule).toEqual({ kind: 'all', of: [{ kind: 'any', of: [phone] }, ordered] });
    expect(screen.getAllByTestId('rule-group')).toHaveLength(2);
    await act(1, '要求持续一段时间');
    expect(rule).toMatchObject({ of: [{ kind: 'any' }, { kind: 'held', days: 7, of: ordered }] });
    expect(ruleSchema.safeParse(rule).success).toBe(true);
  });

  it('says what is wrong at the condition that it concerns, also inside "not" and "held"', () => {
    const held: Rule = { kind: 'held', days: 7, of: { kind: 'not', of: phone } };
    open({ kind: 'all', of: [ordered, held] }, [
      { path: [0], code: 'range-upside-down', isError: true },
      { path: [1, 0, 0], code: 'always-true', isError: false },
    ]);
    const first = within(condition(0)).getByTestId('rule-remark');
    expect(first.getAttribute('role')).toBe('alert');
    expect(first.textContent).toContain('下限比上限大');
    const second = within(condition(1)).getByTestId('rule-remark');
    expect(second.dataset.error).toBe('false');
  });
});
