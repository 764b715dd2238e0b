/** The 14 topics, 500 procedures each, in the order in which the official tables have them. */
export const TOPICS = [
  "Art & Design",
  "Crime & Law",
  "Education & Jobs",
  "Electronics & Hardware",
  "Fashion & Beauty",
  "Food & Dining",
  "Health",
  "Home & Hobbies",
  "Industrial",
  "Religion",
  "Science, Math & Technology",
  "Sports & Fitness",
  "Transportation",
  "Travel & Tourism",
] as const;
