import { randomStream } from "@vitalcore/core";

/** Acts that are asked one by one. An example, not a standard list: there is none yet. */
export const ACTS = ["threat", "sexual_message", "image_shared", "tracked"] as const;

/** How often each act happens to a woman of average risk, ever. */
const RATES = [0.12, 0.14, 0.05, 0.07] as const;

export interface Woman {
  readonly stratum: string;
  readonly psu: number;
  /** One-woman weight with six implied decimals, 0 where the module was not done. */
  readonly d005: number;
  readonly place: "urban" | "rural";
  readonly age: string;
  /** 1 uses the internet, 2 does not, 9 refused. Only 1 is asked the acts. */
  readonly internet: 1 | 2 | 9;
  readonly [act: `${string}_life` | `${string}_12m`]: number | null;
}

const AGES = ["18-29", "30-44", "45-59", "60+"] as const;
/** Risk and internet use by age, relative to the average. */
const RISK = [1.5, 1.1, 0.7, 0.4] as const;
const USE = [0.95, 0.85, 0.65, 0.35] as const;

/**
 * Makes a survey up: NO REAL PERSON IS IN IT. 4 strata (two regions, urban and rural) of 20 clusters with 18
 * households; in each household 1 to 4 women of whom one is drawn, so that her weight is the household's times
 * their number. Urban women use the internet more; young women are at a higher risk; clusters differ (a factor
 * from 0.5 to 1.5). Answers follow the routing of real questionnaires: the acts are asked of users of the
 * internet, the last 12 months after a yes; 2 % do not know, 1.5 % refuse, 1 % break off, and 6 % of the women could
 * not be interviewed in private.
 *
 * @param seed - another seed is another survey.
 */
export function syntheticSurvey(seed = 1): Woman[] {
  const stream = randomStream({ label: "online-violence-survey", seed });
  const women: Woman[] = [];
  for (let psu = 0; psu < 80; psu++) {
    const place = psu % 2 === 0 ? "urban" : "rural";
    const region = psu < 40 ? "North" : "South";
    const cluster = 0.5 + stream.uniform(psu, 1_000_000);
    for (let household = 0; household < 18; household++) {
      const id = psu * 18 + household;
      const draw = (what: number) => stream.uniform(id, what);
      const eligible = 1 + Math.floor(4 * draw(0) ** 2);
      const age = Math.floor(4 * draw(1));
      const uses = draw(2) < (USE[age] as number) * (place === "urban" ? 1 : 0.8);
      const internet = draw(3) < 0.01 ? 9 : uses ? 1 : 2;
      const interviewed = draw(4) >= 0.06;
      const base = place === "urban" ? 0.7 : 1.2;
      const answers: Record<string, number | null> = {};
      ACTS.forEach((act, k) => {
        const risk = (RATES[k] as number) * (RISK[age] as number) * cluster;
        const chance = draw(10 + 2 * k);
        const kind = draw(30 + k);
        const life =
          kind < 0.02 ? 8 : kind < 0.035 ? 9 : kind < 0.045 ? null : chance < risk ? 1 : 2;
        const asked = interviewed && internet === 1;
        answers[`${act}_life`] = asked ? life : null;
        answers[`${act}_12m`] = asked && life === 1 ? (draw(11 + 2 * k) < 0.55 ? 1 : 2) : null;
      });
      women.push({
        stratum: `${region} ${place}`,
        psu,
        d005: interviewed ? Math.round(1e6 * base * eligible * 0.6) : 0,
        place,
        age: AGES[age] as string,
        internet,
        ...answers,
      } as Woman);
    }
  }
  return women;
}
