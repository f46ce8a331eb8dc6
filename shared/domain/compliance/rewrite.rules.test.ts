import { describe, expect, it } from 'vitest';
import advertising from './advertising.fixture.json';
import { checkText } from './check.rules';
import { rewriteAll, rewriteAt, rewritesOf } from './rewrite.rules';

const lines = Object.values(advertising.terms).flatMap((terms) =>
  terms.flatMap((term) => advertising.frames.map((frame) => frame.replace('{t}', term))),
);

describe('rewrites', () => {
  it('leave nothing serious behind, and nothing more to rewrite', () => {
    for (const line of lines) {
      const once = rewriteAll(line, checkText(line));
      const again = checkText(once);
      expect(again.counts, `${line} → ${once}`).toMatchObject({ high: 0, medium: 0 });
      expect(rewriteAll(once, again)).toBe(once);
    }
  });

  it('each change their own place alone', () => {
    const text = '㛃䶮𠮷😀，全国第一，再说😀';
    const [finding] = checkText(text).findings;
    if (!finding) throw new Error('nothing found');
    const [rewrite] = rewritesOf(finding);
    expect(rewriteAt(text, finding, rewrite?.text ?? '')).toBe('㛃䶮𠮷😀，很受欢迎，再说😀');
  });

  it('never offer what the check would object to', () => {
    for (const line of lines) {
      for (const finding of checkText(line).findings) {
        for (const rewrite of rewritesOf(finding)) {
          const { counts } = checkText(rewrite.text);
          expect(counts, `${finding.text} → ${rewrite.text}`).toMatchObject({ high: 0, medium: 0 });
        }
      }
    }
  });

  it('keep what follows a superlative, without what was put between', () => {
    const [finding] = checkText('最 ~ 正 ~ 宗').findings;
    expect(finding && rewritesOf({ ...finding, rewrites: [{ zh: '很{rest}', en: '' }] })).toEqual([
      { text: '很正宗', gloss: '' },
    ]);
  });

  it('hide the middle of a number', () => {
    const [finding] = checkText('13800138000').findings;
    expect(finding && rewritesOf(finding)[0]?.text).toBe('138*****000');
  });

  it('leave alone what somebody let stand', () => {
    const overrides = [{ text: '全国第一', family: 'first', reason: '协会报告', at: 1 }];
    const text = '全国第一';
    expect(rewriteAll(text, checkText(text, [], overrides))).toBe(text);
  });
});
