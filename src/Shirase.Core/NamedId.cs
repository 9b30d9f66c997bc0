using System.Security.Cryptography;
using System.Text;

namespace Shirase.Core;

/// <summary>An id made of a name: every node makes the same one, so that what exists once is written once.</summary>
public static class NamedId
{
    /// <param name="name">Such as <c>remind/gunma-police</c>.</param>
    public static Guid Of(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
}
