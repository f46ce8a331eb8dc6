import type { GroupRule } from '@shared/domain/group-life/group-rule.schema';

type NoticeWords = {
  title: string;
  encouraged: string;
  forbidden: string;
  end: string;
  /** What follows, in words. */
  follows: (rule: GroupRule) => string;
};

/** The rules as one message for the group; nothing where there is no rule. */
export function noticeText(rules: readonly GroupRule[], words: NoticeWords): string {
  if (rules.length === 0) return '';
  const part = (polarity: GroupRule['polarity']) => {
    const own = rules.filter((rule) => rule.polarity === polarity);
    if (own.length === 0) return [];
    const lines = own.map((rule, at) => {
      const follows = words.follows(rule);
      return `${at + 1}. ${rule.text}${follows === '' ? '' : ` — ${follows}`}`;
    });
    return ['', words[polarity], ...lines];
  };
  return [words.title, ...part('encouraged'), ...part('forbidden'), '', words.end].join('\n');
}
