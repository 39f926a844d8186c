import { testKills } from './kills.ts';

await testKills(16);
