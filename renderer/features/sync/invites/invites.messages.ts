import { defineMessages } from '@/app/i18n/messages';

export const invitesMessages = defineMessages('sync-invites', {
  zh: {
    intro:
      '一个邀请码让一台电脑加入，用一次就作废。把链接发给对方，对方在“加入已有的工作区”里粘贴。',
    valid: '多久内有效',
    'hours.24': '1 天',
    'hours.72': '3 天',
    'hours.168': '7 天',
    'hours.720': '30 天',
    make: '生成邀请',
    pickMissing: '至少选一个社群，或选未入群的人',
    madeTitle: '邀请已生成',
    once: '只能用一次，{{time}}前有效。离开这一页就看不到了，先发给对方。',
    code: '邀请码',
    link: '邀请链接',
    address: '对方从哪个地址连过来',
    copyLink: '复制链接',
    copyCode: '复制邀请码',
    copied: '已复制',
    copyFailed: '没有复制成功：剪贴板正被占用。再试一次，或选中文字手工复制。',
    qr: '邀请链接的二维码',
    qrHint: '用对方电脑或手机的扫码工具扫一下，就能拿到这条链接。',
    onlyHere:
      '同步服务现在只让这台电脑连。先在“概况”里打开给办公室网络，别的电脑才能用这个邀请加入。',
    another: '再生成一个',
  },
  en: {
    intro:
      'An invite lets one laptop in and is spent then. Send the link; it is pasted under “Join a workspace” over there.',
    valid: 'Valid for',
    'hours.24': '1 day',
    'hours.72': '3 days',
    'hours.168': '7 days',
    'hours.720': '30 days',
    make: 'Make an invite',
    pickMissing: 'Choose at least one group, or people in no group',
    madeTitle: 'The invite is made',
    once: 'Works once, until {{time}}. It is not shown again, so send it before you leave this page.',
    code: 'Invite code',
    link: 'Invite link',
    address: 'Address from which they connect',
    copyLink: 'Copy the link',
    copyCode: 'Copy the code',
    copied: 'Copied',
    copyFailed:
      'Could not copy: the clipboard is in use. Try again, or select the text and copy it by hand.',
    qr: 'QR code of the invite link',
    qrHint: 'Scan it with the other laptop or a phone to get the link across.',
    onlyHere:
      'The hub lets only this laptop in for now. Open it to the office network under Overview before others can use this invite.',
    another: 'Make another one',
  },
});
