using System.Net.Mail;
using System.Text;
using Microsoft.Extensions.Options;
using Shirase.Core.Duties;

namespace Shirase.Channels.OfficeMail;

/// <summary>Hands letters to the office's mail server over the framework's own client.</summary>
public sealed class SmtpOfficeMail(IOptions<OfficeMailSettings> settings) : IOfficeMail
{
    private OfficeMailSettings Settings => settings.Value;

    public bool IsOn => Settings.Host.Length > 0;

    public async Task SendAsync(OfficeLetter letter, CancellationToken ct)
    {
        using var message = new MailMessage(Settings.From, letter.To, letter.Subject, letter.Text)
        {
            SubjectEncoding = Encoding.UTF8,
            BodyEncoding = Encoding.UTF8,
        };

        // A repetition after a lost answer can be told from a second letter; and nobody's absence note answers
        message.Headers.Add("X-Shirase-Letter", letter.Id);
        message.Headers.Add("Auto-Submitted", "auto-generated");
        using var client = new SmtpClient(Settings.Host, Settings.Port) { EnableSsl = Settings.StartTls };
        try
        {
            await client.SendMailAsync(message, ct);
        }
        catch (SmtpException e)
        {
            // Its own message may name the receiver
            throw new OfficeMailException($"The mail server answered {e.StatusCode}.");
        }
    }
}
