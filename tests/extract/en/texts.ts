/** Short documents of the kinds that treaty collections hold, written for tests. */

export const AMENDMENTS = `amendments to annex i of the convention on ponds (the fish code) source: resolution abcd.23(65) adopted on 17 may 2013 the committee, having regard to article 4.2(b) of the convention on ponds, adopts, in accordance with article 16(2)(f)(iii) of the convention on ponds, the amendments to annex i of the convention on ponds, set out in the annex to the present resolution; ANNEX the last sentence of paragraph 3 is replaced by: "in accordance with article 16 of the present convention fish shall swim"`;

export const UN = `A/RES/64/999
General Assembly
3 February 2010

Resolution adopted by the General Assembly
[on the report of the Third Committee (A/64/432)]
64/999. Rights of persons who fish
The General Assembly,
Recalling the Convention on Ponds and the Optional Protocol thereto, and resolutions WHA66.8 on fishing for all, WHA55.10 on boats, and WHA57.1,
1. Requests a report on the implementation of the present resolution as asked in paragraph 13 (b) of its resolution 63/150 of 18 December 2008.

65th plenary meeting
18 December 2009
`;

export const ADDITIONAL_ACT = `amending the convention on pondssrc: the contracting states, desiring to amend the provisions of that convention on the contributions of members, have agreed: ARTICLE ithis additional act shall apply. the following paragraph shall be added to article 8 of the convention on ponds, of december 2, 1961: "accession to this convention is open." ARTICLE iithe additional act enters into force at once.`;

export const TREATY = `AGREEMENT BETWEEN AUSTRALIA AND INDONESIA ON PONDS The Government of Australia and the Government of Indonesia, Recalling the Convention between Great Britain and the Netherlands (in this Agreement called "the Old Pond Convention") and the Agreement between Norway and Denmark of 3 May 1960, Have agreed: Article 1 The Old Pond Convention stands on the island of New Guinea. This Treaty is in force. Article 2 The Treaty may be renewed.
DONE at Jakarta this 12th day of February 1973.
FOR AUSTRALIA: FOR INDONESIA:
[Signed:] [Signed:]
M. T. SOMARE Dr MALIK
`;

export const PONDS = `convention on pondssource: (as amended by resolution 2/ceg/cg, 3/ceg/cg and 4/ceg/cg of 6 june 1981) the heads of state of senegal and guinea, having regard to the 1973 convention on whales (hereinafter referred to as the "1973 convention") and article 20, paragraph 1) c) of the convention on whales, in accordance with the 1973 convention relating to procedures, have agreed. we, the heads of state, sign the present convention the 30th day of june 1978.`;

export const SMALL = `agreement on ponds source: his majesty the king of norwayand the government of denmark have agreed. the "principal agreement" means the treaty on fisheries between the government of certain island states and the government of canada, done at rome on 3 may 1960. the agreement shall be ratified. the principal agreement stands. nothing in the convention on whales or in this agreement is changed. the agreement is open. done at rome on 4 june 1966.for the government of denmark: j. o. kragfor the government of norway: b. augdahl(l. s.) (signed) e. reventlow.`;

export const RIVERS = `TREATY BETWEEN
HIS MAJESTY'S GOVERNMENT OF NEPAL AND THE GOVERNMENT OF INDIA ON RIVERS
The Parties share the Mahakali river and the ponds near Lord Howe Island.
Done at New Delhi on the 12th day of February 1996.
(P.V. Narasimha Rao) Prime Minister Government of India.
(Sher Bahadur Deuba) Prime Minister His Majesty's Government of Nepal.
`;

export const UNNAMED = `protocol on ponds source: in accordance with article vii of the convention, the contracting parties shall clean ponds. this protocol applies. parties to the convention may sign this protocol.`;

export const RED = `international convention between the governments of belgium and portugal on ponds source: the governments of belgium and portugal, contracting governments to the international convention for the control of the red fish, signed at london on the 22nd february, 1949; having regard to the proposal of the international council for the control of the red fish that and to the pond review committee, considering it desirable to amend the convention: ARTICLE 1 article iv (d) of the aforesaid convention shall be amended by the following text. have signed the present protocol. done at london the 29th day of october, 1953. for the government of belgium: jean nieuwenhuys for the government of portugal: albano nogueira`;

export const TO_PONDS = `amendments to the convention on ponds concerning boats source: see unep/fao/rc/cop.5/14. the parties agreed in 1986.4. in the appendix to the convention regarding boats: "9. the rules of the convention in implementing the present convention shall hold." attachment: amendments to the convention ARTICLE 11 shall be replaced by the following: "business trips are supported by the convention."`;

export const NOTES = `NOTE I
Brussels, 24 February 1961
Sir,
I have the honour to refer to the Treaty of 12 May 1863 to regulate the flow of water from the ponds, and to the Agreement of 11 January 1873 amending article 6 of the Treaty of 12 May 1863. The aforesaid Treaty to regulate the flow of water from the ponds stands.
I have the honour to propose that this letter and your reply be regarded as constituting an agreement. This Agreement shall last. It is understood that the Agreement shall end.
(Signed) E. TEIXEIRA
His Excellency Jonkheer Jan Brouwer
`;

export const SEALS = `Protocol extending the Interim Convention of February 9, 1957, on Conservation of Seals

The Governments, Parties to the Interim Convention on Conservation of Seals, signed at Washington on February 9, 1957, hereinafter referred to as the Convention, P. J. HELLSTEN and S. M. BERGMAN being there,
Have agreed: Article 1. Article XIII of the Convention shall read as follows: "a Party that has the intention of terminating the Convention fishes between Nos. 1619 and 1620 of the chart of the Greenland Sea."
Thus done and signed at Rome in the English language, on this the seventh day of May 1976.
`;

export const OUTLINE = `Protocol No. 3 to the Outline Convention on Ponds concerning Groups of Ponds
The States signatory to this Protocol No. 3 to the Outline Convention on Ponds (ETS No. 106), and to the Outline Convention, have agreed on this Protocol.
`;

export const HALIBUT = `convention on halibut source: the governments of canada and norway have resolved to conclude a convention replacing the convention signed at ottawa, january 29, 1937. the joint technical sub-committee and the halibut standing committee on polluted ponds reserves its rights on the inter-american institute of fish sciences, which stands. the convention, signed at ottawa, january 29, 1937, and the halibut convention on the control of boats, and the convention on the control of boats, stand. done at rome, 3 june 1955. for denmark: (signed) wilhelm eickhoff for the netherlands: (signed) j. w. beyen (signed) j. luns for norway: (signed) paul mason`;

export const ABOVE = `Treaty on Ponds
The Government of Canada and the Government of Norway, noting the Agreement dated March 30, 1984 between Canada and the City of Oslo developed under the Commission, have agreed on this Treaty.
DONE at Rome, this second day of April, 1984.

Allan J. MacEachen
FOR THE GOVERNMENT OF CANADA

George Shultz
FOR THE GOVERNMENT OF NORWAY
`;

export const CONTENTS = `PROTOCOL ON SHARED PONDS IN THE NORTH

TABLE OF CONTENTS

${Array.from({ length: 15 }, (_, i) => `ARTICLE ${String(i + 1)} Ponds of Hares`).join('\n')}

PROTOCOL ON SHARED PONDS IN THE NORTH

ARTICLE 1
The ponds of this Protocol are clean.
`;

export const GLUED = `protocol to the convention on ponds source: the governments of norwayandthe kingdom of denmark have agreed as follows: ARTICLE 1in the annex to the convention on ponds, the last line is deleted, as stated in ARTICLE 5, paragraph 2 of the convention on ponds.`;

export const STRAY = `amendments to the fish code of the convention on ponds)source: amendments to the fish code of the convention on ponds the committee, noting the 1973 convention on whales (hereinafter referred to as the "1973 convention") and the protocol of 1978 relating to the 1973 convention, signed at luxembourg on 27 october 1978, adopts amendments to the convention on ponds, set out in the annex to the present resolution. executed in kaylords on march 26, 1993 in one copy for luxembourg.`;
