import { testSoak } from './test.ts';

testSoak(Number(process.env.STEMMA_MINUTES ?? 30));
