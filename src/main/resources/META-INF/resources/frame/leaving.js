// The second half of the log-out, at the log-in server (access.Leaving).
document.querySelector("#leaving").submit();
