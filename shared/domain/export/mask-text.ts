const MOBILE_INSIDE = /(?<!\d)(?:\+?86[- ]?)?(1[3-9]\d)[- ]?(\d{4})[- ]?(\d{4})(?!\d)/g;
const SHOWN_ENDS = 4;

/** A phone number with its middle hidden: `138****8000`. Short numbers keep their last two digits. */
export function maskPhone(phone: string): string {
  const text = phone.replace(/^\+86(?=1)/, '');
  if (text.includes('*')) return text;
  const isLong = text.length >= 2 * SHOWN_ENDS;
  const head = text.slice(0, isLong ? 3 : 0);
  return `${head}****${text.slice(isLong ? -SHOWN_ENDS : -2)}`;
}

/** Any other text with the mobile numbers in it hidden: people write them into notes and ids. */
export function maskMobiles(text: string): string {
  return text.length < 11 ? text : text.normalize('NFKC') === text ? hide(text) : hideWide(text);
}

const hide = (text: string) => text.replace(MOBILE_INSIDE, '$1****$3');

/** Full-width digits are digits too; the text only changes where a number is in it. */
function hideWide(text: string): string {
  const plain = text.normalize('NFKC');
  const hidden = hide(plain);
  return hidden === plain ? text : hidden;
}
