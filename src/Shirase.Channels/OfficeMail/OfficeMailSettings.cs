using System.ComponentModel.DataAnnotations;

namespace Shirase.Channels.OfficeMail;

/// <summary>The mail server of the office. Configuration section <c>OfficeMail</c>.</summary>
public sealed class OfficeMailSettings
{
    public const string Section = "OfficeMail";

    /// <summary>Name of the server; empty (the default) sends no mail.</summary>
    public string Host { get; set; } = "";

    /// <summary>Default: 25. Range: 1–65535.</summary>
    [Range(1, 65535)]
    public int Port { get; set; } = 25;

    /// <summary>Sender of every letter, such as <c>shirase@example.lg.jp</c>; needed when a server is set.</summary>
    public string From { get; set; } = "";

    /// <summary>Asks the server for encryption (STARTTLS) and sends nothing without it. Default: true.</summary>
    public bool StartTls { get; set; } = true;
}
