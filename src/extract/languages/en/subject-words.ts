/** Words that join a title's words, and words that end it. */

export const CONNECTORS: ReadonlySet<string> = new Set(
  `of the and to in on for by from with at as or a an de la le du des between among against concerning relating regarding respecting
  their its under into through other over within beyond and/or than not non their whose relative re vis-à-vis per upon outside off
  affecting resulting causing caused arising thereto s ' - / , respect especially certain including`.split(
    /\s+/,
  ),
);

export const STOP_WORDS: ReadonlySet<string> = new Set(
  `this these those such any each every said it they we he she also pursuant until unless upon during after before not only either
  neither both whether however hereinafter hereafter hereto hereof herein hereby thereof therein thereby therefor hence via per
  considering whereas recalling having been being because so if then there here above below said same aforesaid`.split(
    /\s+/,
  ),
);

export const AFTER_DONE: ReadonlySet<string> = new Set(
  'at on in by between for under this to as , the dated and'.split(' '),
);
