import { defineMessages } from '@/app/i18n/messages';

/** Messages to a core member, by the step of the cultivation that they belong to. */
export const kocScriptsMessages = defineMessages('kocScripts', {
  zh: {
    invite:
      '{{name}}您好，最近在群里看到您常帮大家解答、分享做法，大家都说受用。想请您当我们的体验官：新品先寄给您试，您愿意的话，一周在群里说说真实感受就好。有样品、有积分，随时可以停，不答应也完全没关系。您看方便吗？',
    disclose:
      '{{name}}，先跟您说清一件事：寄给您的样品，分享时请写一句“这是商家给我试吃的”。好就说好，不好也直说，我们要的是真话，群友也更信您。',
    strength:
      '{{name}}，您在群里说什么大家最爱听？我们想给您固定一个小栏目，比如做法、测评或开店经验，选您最拿手的一样就好，不用样样都讲。',
    material:
      '{{name}}，这周的新品样品已经寄出，另外把产地资料和大家常问的几个问题发给您，您试过以后有什么想问的随时找我。',
    'first-share':
      '{{name}}，第一次分享想跟您约个时间：您拍两三张图、说几句真实感受就行，我会先在群里预告，您发出来以后我来带头提问，不会冷场。',
    answers:
      '{{name}}，群里有位朋友问了一个问题还没人答，我看您最懂：“……”。您方便时回一句，答得好的我们会收进常见问题，署您的名字。',
    praise:
      '{{name}}，这周您在群里帮了不少人，我准备在群里公开感谢您，也把说好的那份心意给您发过去，收到跟我说一声。',
    review:
      '{{name}}，一起做体验官满一个月了，想听听您的感受：哪些还想做，哪些太累想放一放，下个月换个主题或者歇一歇都可以。',
  },
  en: {
    invite:
      'Hello {{name}}, lately you have answered so much in the group and shared how you do it, and people liked it. Would you try new things for us? They come to you first; once a week you tell the group what you honestly think. There are samples and points; you can stop at any time, and no is a fine answer too.',
    disclose:
      '{{name}}, one thing first: when you share a sample, please write “I was given this to try”. Praise what is good and say what is not. People trust you more for it.',
    strength:
      '{{name}}, what do people like to hear from you most? We would like to give you a small column of your own: cooking, testing, running a shop. One thing you are good at is enough.',
    material:
      '{{name}}, this week’s samples are on their way, with notes on where they come from and the questions people ask most. Ask me anything once you have tried them.',
    'first-share':
      '{{name}}, shall we find a time for your first sharing? Two or three pictures and a few honest words will do. I will announce it and ask the first question, so it will not be quiet.',
    answers:
      '{{name}}, somebody asked a question that nobody has answered yet, and you know best: “…”. A line from you would help; good answers go into our library under your name.',
    praise:
      '{{name}}, you helped many people this week. I would like to thank you in the group, and the gift we agreed on is on its way. Tell me when it arrives.',
    review:
      '{{name}}, it has been a month. What would you like to go on with, what was too much? Another theme or a rest next month is fine.',
  },
});
