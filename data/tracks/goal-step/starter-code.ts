/**
 * What the starter code's scorer says of our baselines: shares as numpy holds them, mIoU in percent as it is printed. Of srama2512/NaQ
 * @d748003, VSLNet/utils/evaluate_ego4d_nlq.py, run with numpy 2.4.6 on the conversion of parse_goalstep_jsons.py @b4fe576.
 */
export const starterCode = {
  "whole-video": {
    queries: 7696,
    recall: {
      "R@1 .3": 0.006626819126819127,
      "R@5 .3": 0.006626819126819127,
      "R@1 .5": 0.0033783783783783786,
      "R@5 .5": 0.0033783783783783786,
    },
    mIoU: "2.24",
  },
  "uniform-windows": {
    queries: 7696,
    recall: {
      "R@1 .3": 0.014553014553014554,
      "R@5 .3": 0.06600831600831601,
      "R@1 .5": 0.0035083160083160085,
      "R@5 .5": 0.02364864864864865,
    },
    mIoU: "1.88",
  },
  "blind-prior": {
    queries: 7696,
    recall: {
      "R@1 .3": 0.018451143451143452,
      "R@5 .3": 0.07406444906444906,
      "R@1 .5": 0.006756756756756757,
      "R@5 .5": 0.027806652806652808,
    },
    mIoU: "1.69",
  },
  "listed-order": {
    queries: 7696,
    recall: {
      "R@1 .3": 0.08952702702702703,
      "R@5 .3": 0.18711018711018712,
      "R@1 .5": 0.038201663201663204,
      "R@5 .5": 0.09784303534303534,
    },
    mIoU: "6.38",
  },
} as const;
