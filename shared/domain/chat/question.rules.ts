/** Why a message counts as a question, or what it is instead. */
export type QuestionReading =
  | { isQuestion: true; by: 'mark' | 'word' | 'ending' | 'choice' }
  | {
      isQuestion: false;
      because: 'wordless' | 'greeting' | 'rhetorical' | 'statement' | 'announcement';
    };

const LINK = /https?:\/\/\S+/gi;
const WORDLESS = /^(?:\[[^\]]{1,8}\]|[\p{P}\p{S}\s\d])*$/u;
const MARK = /[?？]/;

/** Asked to open a talk, not to be answered with facts. */
const GREETING =
  /^(?:(?:大家|各位|老板|亲|亲们|团长|姐妹们?|宝子们?)?[,，\s]*)?(?:(?:吃|睡|忙)(?:过|好|完)?了?(?:吗|么|没)|早上?好|中午好|下午好|晚上好|在吗|在不在|在么|有人吗|有人在吗|吃过?(?:早|午|晚)?饭?了?(?:没|吗|么)|大家好吗|最近好吗|忙吗|睡了吗|周末愉快|hello|hi)[\p{P}\p{S}\s呀啊哦呢]*$/iu;

/** Question words that ask nothing: wonder, indifference, set phrases. */
const RHETORICAL =
  /难道|岂不|何必|何乐而不为|谁不(?:喜欢|想|爱)|谁(?:能|会)想到|哪(?:有|里有)(?:这么|那么|不)|怎么(?:能|会|可以|可能)?这么|怎么这样|怎么那么|凭什么|不是(?:说|早就|已经).*吗|不就是.*吗|还用(?:说|问)|有什么(?:好|不)|(?:可|真|能)不是(?:吗|嘛)|多好(?:啊|呀)?[!！]|算什么|关.{1,3}什么事|说好的.*呢|这还(?:叫|算)/;
const NOTHING_ASKED =
  /没什么|没有什么|没啥|(?:怎么|什么|几点|多少|哪个|哪天|什么时候|谁|啥)(?:样|时候)?(?:[^,，。!！?？]{0,4})(?:都|也)(?:行|好|可以|没关系|不|没|想|喜欢|要|能|挺|有|够|爱|吃)|不管(?:怎么|什么|多少)|无论|随便|多少(?:有点|给点|吃点|买点)|不知道(?:为什么|怎么)?(?:这么|那么)|(?:想|知道|明白|懂|晓得|记得|看到|看)(?:了)?怎么(?:做|用|弄|吃|取|买|回事)了|什么的|不怎么|怎么说呢|为什么(?:要)?(?:选|推荐|说)|告诉(?:大家|你们?|您).*(?:怎么|什么|为什么)|教(?:大家|你们?|您).*怎么|问一?下(?:供应商|老板|仓库|师傅)再|我(?:去|来|帮)(?:您|你|大家)?问|不论|再(?:看|说)|什么都|谁都|哪[都里儿]*都|什么不重要|有什么[^,，]{1,3}什么|不知道说什么|多少钱都|怎么样都|哪里[^,，]{1,3}都没|没谁了/;

/** What the official side says to everybody. */
const ANNOUNCEMENT =
  /^(?:【|\[|#|📢|🔥|⏰)|^接龙|@所有人|本群|通知|公告|话题|今日.{0,4}(?:上新|开团|推荐)|欢迎.*(?:留言|参与|分享)/u;
const LONG = 80;

const WORDS =
  /怎么|怎样|在哪|到哪|放哪|停哪|去哪|几[层楼批克寸]|第几|找谁|谁[出付管来家]|咋|如何|什么|啥|多少|几(?:点|号|天|个|斤|块|份|箱|时|件|元|楼|位|折|月|次|瓶|盒|袋)|哪(?:里|儿|个|些|天|家|款|种|边|位|有|买|取|一|能|产)|谁(?:能|知道|有|家|是|的|来|帮|要|负责)|为什么|为何|多久|多大|多重|多长|多远|多贵|何时/;
const CHOICE =
  /能不能|可不可以|可以不(?:可以)?[呀啊]?$|有没有|有木有|是不是|要不要|会不会|好不好|行不行|对不对|甜不甜|贵不贵|新不新鲜|够不够|送不送|用不用|需不需要|还有没|有[^,，。]{1,6}没有?$|[^吃要是都]不$|还是.{1,6}[的到]?$|漏没漏|到没到|发没发|(?:到|发|开|截|上|取|送|做|卖|付|退|处理|出|好)(?:货|单|团|款|完|架)?了?没(?:有)?(?:[呀啊哦呢])?$|(.)不\1[的]?[呀啊呢]?$/;
const ENDING = /(?:吗|嘛|么)[呀啊哈哦]?[.。~～…\s\p{S}]*$/u;
const ENDING_NOT =
  /(?:这么|那么|什么|怎么|多么|要么|干嘛要|是嘛|好嘛|行嘛|可以嘛|去嘛|来嘛|吧嘛|就是嘛|对嘛|(?:才是|真|这就).*嘛)[.。~～…\s]*$/;
const NE = /^.{1,8}呢[~～…。.\s]*$/;
const NE_NOT =
  /着呢|在.{1,6}呢|还.{1,4}呢|才.{1,4}呢|可.{1,4}呢|都.{1,6}呢|正.{1,6}呢|呵呢|嗯呢|早呢|多呢|好呢|没.{1,4}呢|(?:好|真|很|挺|太|也)[^怎什]{1,5}呢/;
/** Asks for something to be told, without asking. */
const REQUEST =
  /^(?:请问|求问|问一?下|想问|咨询|麻烦问|打听|想了解|想知道)|(?:求|发)(?:个|一下|下)?(?:链接|做法|教程|单号|地址|价格)|(?:请问|想问一?下|问一下|咨询一?下)/;

/**
 * Whether somebody asks for an answer, by marks and words of Mandarin chats. A question mark counts
 * unless it greets or wonders; without one a question word, a choice (有没有), a final 吗 or a bare
 * “X呢” does. Rules of thumb: what they miss and what they take too much is measured on two lists of
 * invented lines in the test beside this file.
 */
export function readQuestion(message: string): QuestionReading {
  const text = message.replace(LINK, ' ').trim();
  if (WORDLESS.test(text)) {
    // A lone mark after somebody's message asks, but nobody can tell what.
    return { isQuestion: false, because: 'wordless' };
  }
  if (GREETING.test(text)) return { isQuestion: false, because: 'greeting' };
  const sentences = text.match(/[^?？!！。\s]+[?？!！。]*/g) ?? [text];
  let isRhetorical = false;
  for (const sentence of sentences) {
    const reading = readSentence(sentence.trim());
    if (reading === 'rhetorical') isRhetorical = true;
    else if (reading) {
      const isTold = text.length > LONG || (ANNOUNCEMENT.test(text) && reading !== 'mark');
      if (isTold && !REQUEST.test(text)) return { isQuestion: false, because: 'announcement' };
      return { isQuestion: true, by: reading };
    }
  }
  return { isQuestion: false, because: isRhetorical ? 'rhetorical' : 'statement' };
}

function readSentence(
  sentence: string,
): 'mark' | 'word' | 'ending' | 'choice' | 'rhetorical' | null {
  if (sentence === '' || GREETING.test(sentence)) return null;
  if (RHETORICAL.test(sentence)) return 'rhetorical';
  if (MARK.test(sentence)) return WORDLESS.test(sentence) ? null : 'mark';
  if (NOTHING_ASKED.test(sentence)) return null;
  if (/[!！]$/.test(sentence) && !REQUEST.test(sentence)) {
    return /吗[!！]+$/.test(sentence) ? 'ending' : null;
  }
  if (REQUEST.test(sentence)) return 'word';
  if (CHOICE.test(sentence)) return 'choice';
  if (ENDING.test(sentence) && !ENDING_NOT.test(sentence)) return 'ending';
  if (WORDS.test(sentence)) return 'word';
  if (NE.test(sentence) && !NE_NOT.test(sentence)) return 'ending';
  return null;
}
