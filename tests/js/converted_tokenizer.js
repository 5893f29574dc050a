export const convertedTokenizer = (model) => model;
