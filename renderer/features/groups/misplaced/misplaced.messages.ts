import { defineMessages } from '@/app/i18n/messages';

export const misplacedMessages = defineMessages('groupMisplaced', {
  zh: {
    title: '放错的人',
    subtitle: '{{total}} 人在群里，但按规则不该在。点一行，移到对的群或移出。',
    why: '为什么',
    whyText:
      '按现在的分类和同群规则逐个核对在群的人。群有明确的身份时，别的身份算放错；群不限身份而里面两边都有时，人少的一边算放错（一样多则两边都算）。地区、来源没填的人不算，写了理由放进来的例外也不算。',
    columnName: '谁',
    columnGroup: '在哪个群',
    columnSince: '从何时起',
    columnFrom: '怎么进来的',
    columnWhy: '为什么不该在',
    fromElsewhere: '导入或更早',
    'why.identityUnknown': '身份未知，进分了类的群要先审核定身份。',
    'why.consumerBarred': 'C 端不进{{rival}}的群，群里有 {{count}} 位{{rival}}。',
    'why.identityConflict': '{{identity}}和{{rival}}不能同群，群里有 {{count}} 位{{rival}}。',
    'why.otherClass': '这个群不收{{identity}}。',
    'why.regionDiffers': '地区是{{region}}，不在这个群的范围里。',
    'why.channelDiffers': '来源是{{channel}}，不在这个群的范围里。',
    emptyTitle: '没有放错的人',
    emptyText: '在群里的每一位都符合分类和同群规则。导入旧群名单后会再核对一遍。',
    moveTitle: '{{name}}该去哪',
    moveTo: '移到',
    movePick: '选一个群',
    move: '移过去',
    moved: '{{name}} 移到了「{{group}}」',
    remove: '移出「{{group}}」',
    removed: '已把{{name}}移出「{{group}}」',
    overrideWhy: '地区或来源不符也移过去，理由',
  },
  en: {
    title: 'Misplaced',
    subtitle:
      '{{total}} people sit in a group against the rules. Choose a row to move or remove them.',
    why: 'Why',
    whyText:
      'Everybody inside a group is checked against the classes and rules as they are now. Where a group names identities, others are misplaced; where it takes anybody and both sides of a forbidden pair are inside, the smaller side is (both when they are as many). A region or channel that is not known does not count, nor does an exception made with a reason.',
    columnName: 'Who',
    columnGroup: 'In which group',
    columnSince: 'Since',
    columnFrom: 'Came by',
    columnWhy: 'Why not here',
    fromElsewhere: 'import, or from before',
    'why.identityUnknown':
      'The identity is unknown; the audit comes before entering a group of a class.',
    'why.consumerBarred':
      'Consumers do not enter groups of the other side ({{rival}}: {{count}} inside).',
    'why.identityConflict':
      '{{identity}} and {{rival}} do not share a group; {{rival}}: {{count}} inside.',
    'why.otherClass': 'This group does not take this identity ({{identity}}).',
    'why.regionDiffers': 'The region is {{region}}, not one of this group.',
    'why.channelDiffers': 'The channel is {{channel}}, not one of this group.',
    emptyTitle: 'Nobody is misplaced',
    emptyText:
      'Everybody inside a group fits the classes and the rules. Lists of older groups are checked once they are imported.',
    moveTitle: 'Where {{name}} belongs',
    moveTo: 'Move to',
    movePick: 'Choose a group',
    move: 'Move',
    moved: '{{name}} moved to “{{group}}”',
    remove: 'Remove from “{{group}}”',
    removed: 'Removed {{name}} from “{{group}}”',
    overrideWhy: 'Move in spite of region or channel, because',
  },
});
