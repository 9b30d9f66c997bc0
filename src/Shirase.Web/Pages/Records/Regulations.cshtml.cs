using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirase.Core;
using Shirase.Core.Regulations;

namespace Shirase.Web.Pages.Records;

/// <summary>規程: the regulations this installation runs.</summary>
public sealed class RegulationsModel(RegulationLibrary library, TimeProvider clock) : PageModel
{
    /// <summary>通達等の台帳: every document with where it stands today, the repealed ones too.</summary>
    public IReadOnlyList<RegisteredDocument> Documents => DocumentRegister.Of(library, clock.GetUtcNow().JapanDay());

    /// <summary>The version in force of each, or its newest.</summary>
    public IReadOnlyList<Regulation> Regulations =>
        [.. library.Slugs.Select(s => library.InForce(s, clock.GetUtcNow().JapanDay()) ?? library.Versions(s)[^1])];
}
