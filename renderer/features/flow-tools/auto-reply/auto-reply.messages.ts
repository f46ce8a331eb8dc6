import { defineMessages } from '@/app/i18n/messages';

/** Step 5: what new friends are answered. */
export const autoReplyMessages = defineMessages('flowAutoReply', {
  zh: {
    title: '加好友后的回复',
    listSeparator: '、',
    quoted: '「{{name}}」',
    business: '给做生意的（要手机号、照片或执照，下一步审核用）：{{names}}',
    businessNone: '没有一条话术向对方要手机号或照片，下一步审核会没有依据',
    consumer: '给自用客户的（不要资料）：{{names}}',
    consumerNone: '每条话术都要资料，自用客户收到会走，最好另写一条',
  },
  en: {
    title: 'Answers to new friends',
    listSeparator: ', ',
    quoted: '“{{name}}”',
    business: 'For businesses (asks for phone, photo or licence, which the audit needs): {{names}}',
    businessNone: 'No script asks for a phone number or a photo, so the audit will rest on nothing',
    consumer: 'For consumers (asks for nothing): {{names}}',
    consumerNone: 'Every script asks for papers; consumers would leave. Better write one without',
  },
});
