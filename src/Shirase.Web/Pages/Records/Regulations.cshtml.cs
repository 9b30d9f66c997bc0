using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirase.Core;
using Shirase.Core.Regulations;

namespace Shirase.Web.Pages.Records;

/// <summary>規程: the regulations this installation runs.</summary>
public sealed class RegulationsModel(RegulationLibrary library, TimeProvider clock) : PageModel
{
    /// <summary>The version in force of each, or its newest.</summary>
    public IReadOnlyList<Regulation> Regulations =>
        [.. library.Slugs.Select(s => library.InForce(s, clock.GetUtcNow().JapanDay()) ?? library.Versions(s)[^1])];
}
