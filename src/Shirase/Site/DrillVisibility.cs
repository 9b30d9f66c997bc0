namespace Shirase.Site;

/// <summary>
/// Whether residents see exercises (訓練). Only the sample installation shows them; it is no setting, so that nobody publishes drills by
/// a slip in a file.
/// </summary>
public sealed record DrillVisibility(bool IsPublic);
