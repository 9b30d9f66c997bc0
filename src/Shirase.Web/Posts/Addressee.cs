using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Regulations;
using Shirase.Storage;

namespace Shirase.Web.Posts;

/// <summary>宛先 of a form: the unit and the post that hold the manager's role under its regulation (gx-f-1).</summary>
public static class Addressee
{
    /// <summary>「広報広聴課長（運用管理者）」; the role alone where no unit holds it, empty where there is no such role.</summary>
    public static async Task<Localized> OfAsync(ShiraseDb db, Regulation regulation, CancellationToken ct)
    {
        var role = regulation.Role("operation-manager");
        var unit = role?.HeldBy.Unit is { } code ? await db.Units.AsNoTracking().FirstOrDefaultAsync(u => u.Code == code, ct) : null;
        return role is null ? new("", "") : unit is null ? role.Name
            : new($"{unit.Name.TrimEnd('課')}{role.HeldBy.Post}（{role.Name.Ja}）", $"{role.Name.En}, {unit.NameEn}");
    }
}
