/** What the generated cells point to; one of them empty, one with what UTF-8 takes four bytes for. */
export const SHARED_TEXTS = ['姓名', '13800138000', '', '𠮷野家 🍣', 'a_b x', '团长 王芳'] as const;

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

export const escapeXml = (text: string) =>
  text.replace(/[&<>]/g, (letter) => ESCAPED[letter] ?? letter);
