// The hundred most common surnames with their share in per mille, rounded, after the yearly name
// reports of the Ministry of Public Security (2018–2021); a few rarer ones so that lists look real.
const COMMON =
  '王71李70张67刘54陈45杨31黄23赵21吴20周19徐16孙15马13朱12胡12郭11何11林11高10罗10郑9梁8谢8宋7唐7许6邓6韩6冯6曹5彭5曾5肖5田5董5潘5袁4蔡4蒋4余4于4杜4叶4程4魏4苏4吕4丁4任4卢3姚3沈3钟3姜3崔3谭3陆3范3汪3廖3石3金3韦3贾3夏3付3方3邹3熊3白3孟3秦3邱3侯3江3尹3薛3闫2段2雷2龙2黎2史2陶2贺2毛2郝2顾2龚2邵2万2覃2武2钱2戴2严2莫2孔2向2常2汤2康2易2乔1赖1文1施1洪1季1俞1章1鲁1葛1倪1殷1柳1柏1祝1欧阳1上官1司马1诸葛1';

/** Pairs of surname and weight. */
export const SURNAMES: readonly (readonly [string, number])[] = [
  ...COMMON.matchAll(/(\D+)(\d+)/g),
].map(([, name = '', weight = '1']) => [name, Number(weight)] as const);
