/** One of opencc-js's dictionaries: `傳 传|萬 万|…`. */
declare module 'opencc-js/dict/*' {
  const pairs: string;
  export default pairs;
}
