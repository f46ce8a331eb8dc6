import type { Persona } from '../personas';
import type { Random } from '../random';
import type { Gender } from './given-names';

const words = (text: string): readonly string[] => text.split(' ');

// What people of an age really call themselves on WeChat; the same nickname turns up often.
const SILVER = words(
  '平安是福 岁月静好 知足常乐 荷塘月色 快乐每一天 花开富贵 静水流深 宁静致远 夕阳红 天天开心 幸福一生 好运来 家和万事兴 绿叶 老顽童 秋日暖阳 一帆风顺 春暖花开 云淡风轻 山高水长 随缘 开心就好 兰花草 青松',
);
const YOUNG = words(
  'momo 小鹿不迷路 早八不起 困困 Cici 阿柚 奶盖去冰 今天也要加油鸭 不吃香菜 摸鱼ing 软糖 汽水味的夏天 薯条 一只咸鱼 栗子 小熊软糖 Yuki 半糖主义 想喝奶茶 阿喵 海盐芝士 不想上班 芋泥波波 南瓜 kk 阿七 小林同学 山竹 睡不醒的猫 桃桃乌龙',
);
const MIDDLE = words(
  'Vivian Lynn 橙子 暖阳 Summer 简单生活 Jessie 小满 清风徐来 Kevin 向阳而生 Eason 春风十里 一鸣 Grace 木子 阳光海岸 大鱼 Tina 南风 Leo 北纬30度 素年锦时 Joanna 阿May 慢慢来 在路上 静静',
);
const BABIES = words(
  '朵朵 辰辰 果果 糖糖 豆豆 乐乐 小宝 多多 团团 圆圆 安安 可乐 米粒 小核桃 悠悠 石头 依依 一一 西西 皮皮',
);
const EMOJI = words('🌹 🌻 🍊 🌿 ☀️ 🌸 🐳 🍃 🍀 🌈 🐱 ✨ 🍑 🌙');

function bare(random: Random, persona: Persona, gender: Gender, name: string): string {
  const surname = name.slice(0, 1);
  const roll = random.unit();
  if (persona === 'silver') {
    if (roll < 0.18) return gender === 'female' ? `${surname}阿姨` : `老${surname}`;
    if (roll < 0.3) return name;
    return random.pick(SILVER);
  }
  if (persona === 'youth') {
    if (roll < 0.12) return `${name.slice(-1)}${name.slice(-1)}`;
    if (roll < 0.2) return `小${surname}同学`;
    return random.pick(YOUNG);
  }
  if (roll < 0.34) return `${random.pick(BABIES)}${gender === 'female' ? '妈' : '爸'}`;
  if (roll < 0.42) return name;
  if (roll < 0.5) return `${surname}${gender === 'female' ? '女士' : '先生'}`;
  return random.pick(MIDDLE);
}

/** The name a person has on WeChat; about one in five carries a picture. */
export function nickname(random: Random, persona: Persona, gender: Gender, name: string): string {
  const text = bare(random, persona, gender, name);
  return random.isHit(0.2) ? `${text}${random.pick(EMOJI)}` : text;
}

const SYLLABLES = words(
  'xiao li wang chen mei yang jing hao yu lin tian xin zhou fang ming lu qing an he wei',
);

/** A latin account name as people chose it years ago; like WeChat, it gives none away twice. */
export function wechatId(random: Random, index: number): string {
  const base = `${random.pick(SYLLABLES)}${random.pick(SYLLABLES)}`;
  // 7 919 and a million have no common divisor, so a million people get a million numbers.
  const own = (index * 7919 + 104_729) % 1_000_000;
  const roll = random.unit();
  if (roll < 0.3) return `wxid_${random.uint32().toString(36)}${random.uint32().toString(36)}`;
  return roll < 0.75 ? `${base}${own}` : `${base}_${own}`;
}
