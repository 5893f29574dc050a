// SPDX-License-Identifier: Apache-2.0

import type { Rule, Span } from "./rule.js";

/**
 * Names with an honorific in the languages that put no spaces between words, and in Korean:
 * `松本さん`, `王先生`, `김민수 씨`.
 */
export const byHonorific: Rule = (text) => [...japanese(text), ...chinese(text), ...korean(text)];

const japaneseName =
  /((?:[\p{sc=Han}々]{1,4}[ \u3000]?(?:[\p{sc=Han}々]{1,3}|[ぁ-ゖ]{2,4})|[\p{sc=Han}々]{1,4}|[\p{sc=Katakana}ー]{2,10}|(?<![ぁ-ゖ])[ぁ-ゖ]{2,4}?))(?:さん|さま|様(?![々式子相態変])|ちゃん|くん|君(?!主|臣|臨)|氏(?![名族神]))/gu;
const japaneseRoles =
  /^(?:お?(?:客|母|父|兄|姉|婆|爺|嫁|孫|子|医者|店|隣|巡り)|皆|みな|奥|神|王|仏|患者|利用者|保護者|店員|業者|叔父|叔母|伯父|伯母|じい|ばあ|かあ|とう|にい|ねえ|お|赤|諸|同|両|多|仕|模|外|異|有り|他|大小|生物多|多種多|など|たく|各位|消防士|看護師|運転手)$/u;

function japanese(text: string): Span[] {
  const spans: Span[] = [];
  for (const { 1: name = "", index } of text.matchAll(japaneseName)) {
    if (!japaneseRoles.test(name)) spans.push([index, index + name.length]);
  }
  return spans;
}

const chineseSurnames =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚陳張劉楊黃趙吳孫馬鄭羅謝韓許鄧馮蕭";
const chineseName = new RegExp(
  `([${chineseSurnames}]\\p{sc=Han}{0,2}?)(?:先生|女士|小姐|太太|老师|老師|医生|醫生|大夫|经理|經理|同学|阿姨|叔叔|师傅|护士|律师|教授|主任|总)`,
  "gu",
);

function chinese(text: string): Span[] {
  return Array.from(text.matchAll(chineseName), ({ 1: name = "", index }): Span => [
    index,
    index + name.length,
  ]);
}

const koreanSurnames =
  "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국봉편온빈";
const koreanName = new RegExp(
  `(?<![가-힣])([${koreanSurnames}][가-힣]{1,2}|[가-힣]{2})(?: ?(?:씨|님|군|양)|(?: (?:선생님|과장님|부장님|대리님|팀장님|교수님|환자분|고객님|어머님|아버님)))(?![가-힣]{2})`,
  "gu",
);
const koreanRoles =
  /^(?:고객|선생|사장|부장|과장|팀장|대리|교수|기사|손님|회원|담당|담당자|어머|아버|할머|할아버|의사|간호사|원장|실장|이사|대표|형|누|오빠|언니|부모|주인|임금|하느|하나|스승|관리자|보호자|환자|신청자|작가|감독|이용자|매니저|운영자|집주인|세입자|이웃|여러분|모|조교|점장|반장|회장|국장|소장|차장|주임|사원|본부장|변호사|약사|아저|아가|보살|교장|선배|사모|이모|고모|부처|영감|훈장|태평|대서|북한|일본|한국|미국|중국|주한미|예비|증후|정부|인민|연합|독립)$/u;

function korean(text: string): Span[] {
  const spans: Span[] = [];
  for (const { 1: name = "", index } of text.matchAll(koreanName)) {
    if (!koreanRoles.test(name)) spans.push([index, index + name.length]);
  }
  return spans;
}
