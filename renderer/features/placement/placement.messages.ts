import { defineMessages } from '@/app/i18n/messages';

/** Step 7: approved people into their groups. */
export const placementMessages = defineMessages('placement', {
  zh: {
    placementTitle: '放入社群',
    placementWaiting: '审核通过、还没进群的 {{count}} 人',
    placementNone: '没有等着进群的人。先在第 6 步审核通过。',
    placementAllIn: '通过的人都已进群。',
    placed: '本轮已放入 {{count}} 人',
    pickGroup: '放进哪个群',
    newGroup: '新建一个群',
    noGroups: '还没有社群，先建一个。',
    place: '放入社群（{{count}} 人）',
    placedToast: '{{count}} 人放入「{{group}}」',
    refusedTitle: '{{count}} 人没有放入',
    more: '还有 {{count}} 人，原因相同的已并在上面',
    'refusal.groupDissolved': '「{{group}}」已解散，换一个群。',
    'refusal.alreadyInside': '{{name}} 已经在「{{group}}」里。',
    'refusal.notApproved': '{{name}} 还没有审核通过，先回第 6 步。',
    'refusal.identityUnknown':
      '{{name}} 身份未知，不能进分了类的「{{group}}」。先在审核里定下身份。',
    'refusal.consumerBarred': '{{name}} 是 C 端用户，「{{group}}」是 B 端群，C 端不进 B 端群。',
    'refusal.identityConflict':
      '{{name}} 是{{identity}}，「{{group}}」是{{rival}}的群或群里有{{rival}}。实体和网商放在一起会吵起来，各进各的群。',
    'refusal.otherClass': '{{name}} 是{{identity}}，「{{group}}」只收{{class}}。',
    'refusal.groupFull': '「{{group}}」已满 {{capacity}} 人，{{name}} 没有位置了。再开一个群。',
    occupancy: '{{count}}/{{capacity}}',
    unclassed: '不分类',
    selectAll: '全选',
    regionDiffers: '选中的人里有 {{count}} 位不在{{region}}',
  },
  en: {
    placementTitle: 'Place into groups',
    placementWaiting: '{{count}} approved and not in a group yet',
    placementNone: 'Nobody is waiting. Approve people in step 6 first.',
    placementAllIn: 'Everybody approved is in a group.',
    placed: '{{count}} placed in this run',
    pickGroup: 'Into which group',
    newGroup: 'New group',
    noGroups: 'There is no group yet; create one first.',
    place: 'Place {{count}} into the group',
    placedToast: '{{count}} placed into “{{group}}”',
    refusedTitle: '{{count}} not placed',
    more: '{{count}} more, for the reasons above',
    'refusal.groupDissolved': '“{{group}}” is dissolved; choose another group.',
    'refusal.alreadyInside': '{{name}} is in “{{group}}” already.',
    'refusal.notApproved': '{{name}} is not approved yet; go back to step 6.',
    'refusal.identityUnknown':
      '“{{group}}” takes one class only, and the identity of {{name}} is unknown. Settle it in the audit first.',
    'refusal.consumerBarred':
      '{{name}} is a consumer and “{{group}}” is a business group; consumers do not enter business groups.',
    'refusal.identityConflict':
      '{{name}}: {{identity}}. “{{group}}” is for or holds the other side ({{rival}}). Shops and online sellers quarrel in one group, so each has its own.',
    'refusal.otherClass': '{{name}}: {{identity}}. “{{group}}” takes only this class: {{class}}.',
    'refusal.groupFull':
      '“{{group}}” is full at {{capacity}}, so there is no room for {{name}}. Open another group.',
    occupancy: '{{count}}/{{capacity}}',
    unclassed: 'No class',
    selectAll: 'Select all',
    regionDiffers: '{{count}} of those selected are not from {{region}}',
  },
});
