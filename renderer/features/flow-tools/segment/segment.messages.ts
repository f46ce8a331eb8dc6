import { defineMessages } from '@/app/i18n/messages';

/** Step 1: whom the run is for. */
export const segmentMessages = defineMessages('flowSegment', {
  zh: {
    segmentTitle: '从名单里选',
    segmentBy: '怎么选',
    'by.all': '全部',
    'by.identity': '身份',
    'by.region': '地区',
    'by.tag': '标签',
    choose: '选一个',
    matching: '符合的有 {{count}} 人',
    useCount: '就选这 {{count}} 人',
    chosen: '已选定：{{what}}，{{count}} 人',
    changedSince: '名单变了，现在符合的有 {{count}} 人',
    questionAll:
      '全部都请，等于没有筛选：不同身份进一个群容易吵起来，服务也做不精。先想清这个群最想留下谁。',
    emptyRoster: '名单还是空的。先导入成员，或者直接在下面填人数。',
    goImport: '去导入',
    noRegion: '名单里还没有地区',
    noTag: '还没有打过标签',
  },
  en: {
    segmentTitle: 'Choose from the roster',
    segmentBy: 'Choose by',
    'by.all': 'Everybody',
    'by.identity': 'Identity',
    'by.region': 'Region',
    'by.tag': 'Tag',
    choose: 'Choose one',
    matching: '{{count}} people match',
    useCount: 'Take these {{count}}',
    chosen: 'Chosen: {{what}}, {{count}} people',
    changedSince: 'The roster has changed: {{count}} match now',
    questionAll:
      'Inviting everybody is no choice at all: different trades in one group quarrel, and the service suits nobody. Think first of whom the group is to keep.',
    emptyRoster: 'The roster is still empty. Import members first, or enter the number below.',
    goImport: 'Go to import',
    noRegion: 'The roster has no regions yet',
    noTag: 'No tags have been set yet',
  },
});
