import { defineMessages } from '@/app/i18n/messages';

/** Two versions of a flow side by side: what differs, and what came of each. */
export const versionsMessages = defineMessages('reviewVersions', {
  zh: {
    title: '{{flow}} · 版本对比',
    subtitle_one: '共 {{count}} 版',
    subtitle_other: '共 {{count}} 版',
    missing: '没有这个流程',
    missingText: '它的模板可能被删除了。',
    back: '全部复盘',
    older: '旧版',
    newer: '新版',
    version: '第 {{version}} 版',
    versionLong: '第 {{version}} 版 · {{runs}} 轮',
    draft: '草稿',
    archived: '已归档',
    only: '只有一版。复盘采纳改动后就有下一版可比。',
    differences: '改了什么',
    note: '第 {{version}} 版说明：{{note}}',
    fromReview: '来自一次复盘',
    rates: '哪一版走得更好',
    ratesText:
      '每一版所有轮次合在一起：第 {{a}} 版 {{aRuns}} 轮，第 {{b}} 版 {{bRuns}} 轮。前后两版面对的人和时候不同，差别不一定都是改动带来的。',
    noRuns: '有一版还没有走过，走完一轮才能比转化。',
  },
  en: {
    title: '{{flow}} · versions compared',
    subtitle_one: '{{count}} version',
    subtitle_other: '{{count}} versions',
    missing: 'There is no such flow',
    missingText: 'Its template may have been deleted.',
    back: 'All reviews',
    older: 'Older version',
    newer: 'Newer version',
    version: 'Version {{version}}',
    versionLong: 'Version {{version}} · {{runs}} runs',
    draft: 'draft',
    archived: 'archived',
    only: 'There is one version only. A review that is accepted makes the next one.',
    differences: 'What changed',
    note: 'On version {{version}}: {{note}}',
    fromReview: 'from a review',
    rates: 'Which version does better',
    ratesText:
      'All runs of each version together: {{aRuns}} of version {{a}}, {{bRuns}} of version {{b}}. The versions met other people at other times, so not every difference comes from what changed.',
    noRuns: 'One of the versions has no run yet; with a finished run their rates can be compared.',
  },
});
