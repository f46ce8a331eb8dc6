/** What a text asks the other side to send: what an audit of identity rests on. */
export const SCRIPT_ASKS = ['phone', 'licence', 'photo'] as const;
export type ScriptAsk = (typeof SCRIPT_ASKS)[number];

const WORDS: Record<ScriptAsk, RegExp> = {
  phone: /手机号|电话号码|phone number|\bphone\b|\bmobile\b/i,
  licence: /执照|经营许可|licen[cs]e/i,
  photo: /照片|门头|货架图|拍一张|photo|picture/i,
};

/** The things that a text asks for, in a fixed order; none for a text that asks for nothing. */
export function asksOf(text: string): ScriptAsk[] {
  return SCRIPT_ASKS.filter((ask) => WORDS[ask].test(text));
}
