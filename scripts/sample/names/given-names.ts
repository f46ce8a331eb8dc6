import type { Random } from '../random';

export type Era = 'fifties' | 'seventies' | 'eighties' | 'nineties' | 'noughties';
export type Gender = 'female' | 'male';

/** Whole names that were in fashion, and characters that parents of the time put together. */
type Fashion = { whole: readonly string[]; first: string; second: string; single: string };

const words = (text: string): readonly string[] => text.split(' ');

const FASHIONS: Record<Era, Record<Gender, Fashion>> = {
  fifties: {
    female: {
      whole: words(
        '秀英 桂英 玉兰 秀兰 桂兰 玉英 凤英 玉珍 秀珍 淑珍 桂芳 玉梅 秀芳 凤兰 淑兰 素珍 月英 美英 爱珍 惠英 根娣 招娣 阿妹 彩娣 雅琴 佩芬',
      ),
      first: '秀桂玉凤淑素月美爱惠金翠彩雅佩慧文建',
      second: '英兰珍芳梅琴娣芬华珠莲仙妹凤娥',
      single: '珍英芳',
    },
    male: {
      whole: words(
        '建国 国强 建华 志明 国华 建平 德明 福根 金根 阿根 根宝 国良 永康 志强 文忠 家兴 宝生 云龙 水根 关荣 大海 长生 国栋 友根',
      ),
      first: '建国志德福金永文家宝云水长友荣明正祥',
      second: '国强华明平根良康忠兴生龙荣福林海民',
      single: '明平荣',
    },
  },
  seventies: {
    female: {
      whole: words(
        '红梅 丽华 丽萍 海燕 春梅 晓红 建芳 雪梅 小红 文娟 丽娟 志红 美华 晓燕 玉华 卫红 亚萍 小英 敏华 琴芳',
      ),
      first: '丽晓红春雪文美海亚小敏建卫玉',
      second: '华萍梅燕红娟芳英琴霞玲珍',
      single: '丽敏静红燕霞玲芳萍艳',
    },
    male: {
      whole: words(
        '建军 卫东 志刚 建明 海涛 国庆 晓东 伟民 永强 志勇 文军 建新 立新 学军 春雷 小平 红兵 正华 宏伟',
      ),
      first: '建卫志海国晓伟永文立学春正宏',
      second: '军东刚明涛庆民强勇新雷华兵伟',
      single: '伟强军勇涛斌刚明辉峰',
    },
  },
  eighties: {
    female: {
      whole: words(
        '婷婷 晓燕 丹丹 莉莉 佳佳 雯雯 晶晶 倩倩 慧敏 雅婷 思敏 静怡 晓雯 梦洁 佩佩 文静 丽君 晓琳 海霞 燕飞 圆圆',
      ),
      first: '晓雅思静梦文慧佳海丽嘉美雪怡',
      second: '婷燕雯洁敏琳君霞怡琪莹蓉媛',
      single: '婷静丽娜敏燕娟莉雯颖洁倩慧琳莹蕾璐媛',
    },
    male: {
      whole: words(
        '鹏飞 海波 志伟 俊杰 晓峰 浩然 建伟 文杰 志鹏 海龙 晓明 少华 一鸣 振宇 国栋 剑锋 佳俊 宇航 立群',
      ),
      first: '鹏海志俊晓浩文少振国剑佳宇立嘉',
      second: '飞波伟杰峰然鹏龙明华宇栋锋俊航辉',
      single: '伟磊鹏超俊涛杰斌峰凯亮辉旭健鑫喆',
    },
  },
  nineties: {
    female: {
      whole: words(
        '欣怡 雨婷 思雨 梦婷 佳怡 雅琪 诗琪 晓彤 嘉怡 若曦 雨欣 梦瑶 思琪 晨曦 心怡 佳琪 雪儿 紫薇 静雯 语嫣',
      ),
      first: '欣雨思梦佳雅诗晓嘉若心雪紫语晨可',
      second: '怡婷雨琪彤曦欣瑶薇嫣菲妍萱岚宁',
      single: '婷悦雪琪瑶璇萌蕊妍',
    },
    male: {
      whole: words(
        '浩然 俊杰 子豪 宇航 嘉豪 文博 志豪 天宇 泽宇 家豪 俊豪 晨阳 明轩 思远 鹏程 博文 子轩 旭东 逸飞 凯文',
      ),
      first: '浩俊子宇嘉文志天泽家晨明思博逸凯',
      second: '然杰豪航博宇阳轩远程文飞辰涛翔',
      single: '鑫浩杰凯帅宇昊晨翔堃',
    },
  },
  noughties: {
    female: {
      whole: words(
        '梓萱 子涵 欣妍 梓涵 一诺 诗涵 雨桐 可馨 语桐 梓琪 思涵 佳妮 紫涵 若汐 雨萱 心妍 艺涵 羽彤 沐宸 安琪',
      ),
      first: '梓子欣诗雨可语思佳紫若心艺羽沐安',
      second: '萱涵妍诺桐馨琪妮汐彤宸琳娅菡',
      single: '萱妍曦玥',
    },
    male: {
      whole: words(
        '子轩 浩宇 宇轩 梓豪 浩轩 子墨 俊熙 皓轩 子涵 宇泽 铭泽 梓睿 奕辰 睿哲 泽楷 嘉懿 晨睿 沐阳 博涵 一凡',
      ),
      first: '子浩宇梓俊皓铭奕睿泽嘉晨沐博一',
      second: '轩宇豪墨熙泽睿辰哲楷懿阳涵凡',
      single: '轩睿昊泽',
    },
  },
};

export function eraOf(birthYear: number): Era {
  if (birthYear < 1966) return 'fifties';
  if (birthYear < 1980) return 'seventies';
  if (birthYear < 1990) return 'eighties';
  return birthYear < 2000 ? 'nineties' : 'noughties';
}

export function givenName(random: Random, era: Era, gender: Gender): string {
  const fashion = FASHIONS[era][gender];
  const roll = random.unit();
  if (roll < 0.4) return random.pick(fashion.whole);
  if (roll < 0.55) return fashion.single[random.below(fashion.single.length)] ?? '';
  const first = fashion.first[random.below(fashion.first.length)] ?? '';
  return `${first}${fashion.second[random.below(fashion.second.length)] ?? ''}`;
}
