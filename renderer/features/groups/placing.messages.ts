import { defineMessages } from '@/app/i18n/messages';

/** Why somebody may not enter a group, and how those come in who may. */
export const placingMessages = defineMessages('placing', {
  zh: {
    'refusal.groupDissolved': '「{{group}}」已解散，换一个群。',
    'refusal.alreadyInside': '{{name}} 已经在「{{group}}」里。',
    'refusal.notApproved': '{{name}} 还没有审核通过，先回第 6 步。',
    'refusal.identityUnknown': '{{name}} 身份未知，不能进分了类的群。先在审核里定下身份。',
    'refusal.consumerBarred':
      '{{name}} 是 C 端用户，「{{group}}」是{{rival}}的群或群里有{{rival}}，C 端不进 B 端群。',
    'refusal.identityConflict':
      '{{name}} 是{{identity}}，「{{group}}」是{{rival}}的群或群里有{{rival}}。{{identity}}和{{rival}}放在一起会吵起来，各进各的群。',
    'refusal.otherClass': '{{name}} 是{{identity}}，「{{group}}」不收{{identity}}。',
    'refusal.noClass': '{{name}} 不符合任何分类。补上来源或地区，或者加一个分类。',
    'refusal.regionDiffers': '{{name}} 的地区（{{region}}）不在「{{group}}」的范围里。',
    'refusal.channelDiffers': '{{name}} 的来源（{{channel}}）不在「{{group}}」的范围里。',
    'refusal.groupFull': '「{{group}}」已满 {{capacity}} 人，{{name}} 没有位置了。再开一个群。',
    'way.scan': '扫码',
    'way.invite': '接受邀请',
    notKnown: '未填',
    thisGroup: '这个群',
    unclassed: '不分类',
    occupancy: '{{count}}/{{capacity}}',
  },
  en: {
    'refusal.groupDissolved': '“{{group}}” is dissolved; choose another group.',
    'refusal.alreadyInside': '{{name}} is in “{{group}}” already.',
    'refusal.notApproved': '{{name}} is not approved yet; go back to step 6.',
    'refusal.identityUnknown':
      'The identity of {{name}} is unknown, so no group of a class takes them. Settle it in the audit first.',
    'refusal.consumerBarred':
      '{{name}} is a consumer, and “{{group}}” is for or holds the other side ({{rival}}); consumers do not enter business groups.',
    'refusal.identityConflict':
      '{{name}}: {{identity}}. “{{group}}” is for or holds the other side ({{rival}}). These two quarrel in one group, so each has its own.',
    'refusal.otherClass': '{{name}}: {{identity}}. “{{group}}” does not take this identity.',
    'refusal.noClass':
      '{{name}} fits no class. Fill in the channel or region, or add a class for such people.',
    'refusal.regionDiffers': '{{name}}: the region ({{region}}) is not one of “{{group}}”.',
    'refusal.channelDiffers': '{{name}}: the channel ({{channel}}) is not one of “{{group}}”.',
    'refusal.groupFull':
      '“{{group}}” is full at {{capacity}}, so there is no room for {{name}}. Open another group.',
    'way.scan': 'scan the code',
    'way.invite': 'accept the invitation',
    notKnown: 'not filled in',
    thisGroup: 'this group',
    unclassed: 'No class',
    occupancy: '{{count}}/{{capacity}}',
  },
});
