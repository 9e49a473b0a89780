### Every word that people see. Ids are the same in all languages; a section belongs to one room of the code.


## The map's own words (layout, and wherever the map is read out)

phase-pre-purchase = Trước mua
phase-purchase = Trong mua
phase-post-purchase = Sau mua
role-user = người dùng
role-buyer = người mua
role-payer = người trả tiền
role-decider = người quyết định
role-influencer = người ảnh hưởng
line-interaction = Đường tương tác
line-visibility = Đường tầm nhìn
line-internal-interaction = Đường tương tác nội bộ
map-moment-of-truth = Quyết định
map-lowest = Thấp nhất { $value }
map-omtm = Chỉ số quan trọng nhất
map-validated = đã kiểm chứng
map-hypothesis = giả thuyết
map-unknown = chưa biết
map-not-involved = không tham gia
map-no-answer = Chưa có cơ hội
map-estimate = ước tính
map-as-is = Hiện trạng
map-to-be = Tương lai
map-impact-effort = tác động · công sức (1–5)
map-impact-effort-values = TĐ { $impact } · CS { $effort }
map-severity-share = mức nghiêm trọng, % khách gặp phải
map-repeats = khách phải lặp lại
map-legend = Nét liền: đã kiểm chứng, n ≥ 30, khoảng tin cậy 95%. Nét đứt: giả thuyết. Đứt quãng: chưa có dữ liệu hoặc không tham gia.
map-loss-estimate = ước tính theo { $source }: { $first } rời đi sau một lần trải nghiệm tệ, { $second } sau hai đến ba lần
map-untitled = Hành trình chưa đặt tên
map-step-place = bước { $n } trên { $count }
map-severity-of = mức nghiêm trọng { $value } trên 5
map-share-affected = { $share } khách gặp phải
map-rank = hạng { $rank }
map-impact-of = tác động { $value } trên 5
map-effort-of = công sức { $value } trên 5
map-owner = phụ trách { $owner }
map-persona-only = liên quan đến { $names }
map-repeats-name = khách phải lặp lại
map-missing = còn thiếu
map-redundant = dư thừa
map-score-name = { $persona }: { $value }
map-answers = { $n } câu trả lời
map-expected = kỳ vọng { $value }
map-kept-name = khách hàng ở lại: { $range }
map-at-most = nhiều nhất { $range }
map-priority-name = mức ưu tiên điểm đau { $value }
map-minutes = { $n } phút
map-hours = { $n } giờ
map-days = { $n } ngày
map-active = thao tác { $time }
map-waiting = chờ { $time }
map-target = mục tiêu { $value }
map-image-missing = Không tìm thấy hình: { $file }
map-votes = { $n } phiếu
map-risk = rủi ro
map-legend-marks = ? chưa biết. – không tham gia.

lane-actions = Hành động
lane-touchpoints = Điểm chạm
lane-thoughts = Suy nghĩ
lane-emotion = Cảm xúc
lane-pain-points = Điểm đau
lane-opportunities = Cơ hội
lane-metrics = Chỉ số
lane-expectations = Kỳ vọng
lane-needs = Nhu cầu
lane-quotes = Lời khách nói
lane-text = Ghi chú
lane-images = Hình minh họa
lane-frontstage = Khách nhìn thấy
lane-backstage = Hậu trường
lane-systems = Hệ thống
lane-evidence = Bằng chứng
lane-owners = Phụ trách
lane-time = Thời gian
lane-customers-kept = Khách hàng ở lại
lane-pain-priority = Mức ưu tiên điểm đau


## Channels

channel-store = Cửa hàng
channel-counter = Quầy giao dịch
channel-salesperson = Nhân viên bán hàng
channel-field-visit = Gặp tận nơi
channel-event = Sự kiện
channel-post = Bưu điện
channel-courier = Giao hàng
channel-packaging = Bao bì
channel-kiosk = Ki-ốt tự phục vụ
channel-point-of-sale = Máy POS
channel-call-centre = Tổng đài
channel-hotline = Đường dây nóng
channel-website = Website
channel-mobile-web = Web di động
channel-mobile-app = Ứng dụng
channel-live-chat = Chat trực tuyến
channel-chatbot = Chatbot
channel-email = Email
channel-sms = SMS
channel-messaging-app = Ứng dụng nhắn tin
channel-social-network = Mạng xã hội
channel-livestream = Livestream
channel-search-engine = Công cụ tìm kiếm
channel-advertising = Quảng cáo
channel-video = Video
channel-online-marketplace = Sàn thương mại điện tử
channel-review-site = Trang đánh giá
channel-community = Cộng đồng
channel-e-wallet = Ví điện tử
channel-ar-vr = AR/VR
channel-ai-assistant = Trợ lý AI
channel-self-service-portal = Cổng tự phục vụ
channel-connected-device = Thiết bị kết nối
channel-word-of-mouth = Truyền miệng


## Templates

template-blank = Bản đồ trống
template-blank-hint = Một giai đoạn, một bước, các dòng thường dùng
template-simple-journey = Hành trình đơn giản
template-simple-journey-hint = Từ nhu cầu đầu tiên đến khi giới thiệu bạn bè, bảy giai đoạn
template-service-blueprint = Sơ đồ dịch vụ
template-service-blueprint-hint = Những gì khách nhìn thấy, việc của nhân viên và hệ thống phía sau
template-online-shop = Cửa hàng trực tuyến
template-online-shop-hint = Từ quảng cáo đến đổi trả, có giỏ hàng, thanh toán và giao hàng
template-clinic = Khám bệnh
template-clinic-hint = Trước, trong và sau khi khám, cho người bệnh và người nhà
template-bank = Tài khoản ngân hàng
template-bank-hint = Chọn ngân hàng, mở tài khoản, sử dụng hằng ngày


## Errors of files

file-too-large = Tệp này nặng { $size } MB; không bản đồ nào quá { $most } MB. Hãy chọn tệp khác.
file-too-new = Bản đồ này được lưu bằng Wayfelt mới hơn, ở định dạng { $found }; bản đang dùng chỉ đọc được đến định dạng { $supported }. Hãy cập nhật Wayfelt để mở. Tệp vẫn được giữ nguyên.
file-no-such-format = Không có định dạng { $found }. Hãy ghi "format: { $supported }".
file-not-utf8 = Byte { $byte } không phải UTF-8. Hãy lưu lại tệp dưới dạng văn bản UTF-8.
file-ends-early = Tệp kết thúc khi bản đồ chưa hết. Hãy đóng ngoặc hoặc đoạn văn bản còn mở, hoặc lấy lại tệp đầy đủ.
file-more-text = Còn văn bản sau phần kết thúc của bản đồ. Hãy xóa đi, hoặc tìm dấu ngoặc đóng quá sớm.
file-expected-comma = Chỗ này cần dấu phẩy hoặc dấu đóng ngoặc.
file-expected-colon = Chỗ này cần dấu hai chấm giữa tên và giá trị.
file-expected-bracket = Chỗ này cần { $bracket }.
file-expected-text = Chỗ này cần văn bản trong dấu ngoặc kép.
file-expected-end-of-text = Đoạn văn bản này chưa có điểm kết thúc. Hãy thêm dấu ngoặc kép đóng.
file-expected-number = Chỗ này cần một số, ví dụ 1.5.
file-expected-whole-number = Chỗ này cần một số nguyên.
file-expected-true-or-false = Chỗ này cần true hoặc false.
file-expected-name = Chỗ này cần một tên.
file-expected-end-of-comment = Ghi chú này chưa có điểm kết thúc. Hãy thêm */ vào sau.
file-expected-date = Chỗ này cần một ngày, ví dụ "2026-11-22".
file-expected-id = Chỗ này cần một mã: tám ký tự gồm chữ số và chữ thường, không có i, l, o, u, ví dụ "7h3k9m2p".
file-wrong-type = Chỗ này cần { $expected }, không phải { $found }.
file-unknown-field = Ở đây không có mục nào tên là { $found }. Có phải bạn muốn ghi { $nearest }?
file-unknown-field-of = Ở đây không có mục nào tên là { $found }. Các mục có thể dùng: { $known }.
file-unknown-choice = Không có lựa chọn { $found }. Có phải bạn muốn ghi { $nearest }?
file-unknown-choice-of = Không có lựa chọn { $found }. Hãy chọn trong số: { $known }.
file-missing-field = Thiếu { $field }. Hãy thêm vào trước chỗ này.
file-twice = { $name } xuất hiện hai lần. Hãy xóa bớt một.
file-out-of-range = Chỗ này cần một số từ { $low } đến { $high }, không phải { $found }.
file-does-not-fit = Số này quá lớn hoặc quá nhỏ. Hãy ghi số nhỏ hơn, không có dấu.
file-not-finite = Chỗ này cần một số hữu hạn, không phải vô cực hay NaN.
file-too-deep = Ngoặc lồng nhau sâu hơn mọi bản đồ. Hãy xóa những ngoặc thừa.
file-escape = Dấu gạch chéo ngược trước chữ này không có nghĩa. Hãy ghi \\ nếu muốn có dấu gạch chéo ngược.
file-other = Không đọc được: { $message }.

file-cannot-read = Không đọc được: { $reason }
file-cannot-save = Không lưu được: { $reason } Nội dung cũ vẫn còn nguyên.
file-reason-not-found = không có tệp hoặc thư mục này. Hãy kiểm tra lại tên.
file-reason-permission = không có quyền. Hãy chọn thư mục khác hoặc xin cấp quyền.
file-reason-is-folder = đây là một thư mục. Hãy chỉ ra một tệp trong đó.
file-reason-not-folder = một phần của đường dẫn không phải thư mục. Hãy kiểm tra lại tên.
file-reason-full = ổ đĩa đã đầy. Hãy dọn bớt hoặc chọn ổ khác.
file-reason-read-only = ổ đĩa chỉ cho đọc. Hãy chọn thư mục khác.
file-reason-exists = tệp đã có sẵn. Hãy chọn tên khác hoặc xóa tệp đó trước.
file-reason-other = { $message }.


## Faults and advice

fault-duplicate = { $thing } có mã trùng với mục khác. Hãy đổi mã của một trong hai.
fault-unknown = { $at } nhắc đến { $named } không tồn tại. Hãy bỏ tham chiếu hoặc thêm mục đó.
fault-lane-without-cards = { $card } nằm ở { $lane } là dòng không chứa thẻ. Hãy chuyển thẻ sang dòng khác.
fault-wrong-content = { $card } chứa { $found }, nhưng dòng này dành cho { $expected }. Hãy chuyển thẻ hoặc đổi nội dung.
fault-span-before-start = { $card } kết thúc trước bước bắt đầu. Hãy cho thẻ kết thúc ở bước đó hoặc bước sau.
fault-span-in-tray = { $card } nằm trong khay nên không thể kéo qua nhiều bước. Hãy bỏ "until".
fault-not-pain-point = { $card } trả lời cho { $other } không phải là điểm đau. Hãy bỏ liên kết này.
fault-not-touchpoint = { $card } lặp lại điều đã nói ở { $other } không phải là điểm chạm khác. Hãy bỏ "said_first".
fault-phase-order = { $stage } có nhóm giai đoạn sai thứ tự trước mua, trong mua, sau mua. Hãy đổi nhóm hoặc chuyển vị trí.
fault-empty-score = Mức cảm xúc của { $persona } tại { $step } không có cả nhận định lẫn số đo. Hãy ghi một trong hai.
fault-measured-answers = Mức cảm xúc của { $persona } tại { $step } được đo mà không có câu trả lời nào. Hãy ghi số câu trả lời.
fault-measured-mean = Mức cảm xúc đo được của { $persona } tại { $step } nằm ngoài −2…+2. Hãy sửa giá trị trung bình.
fault-measured-spread = Độ lệch chuẩn của { $persona } tại { $step } nhỏ hơn 0. Hãy sửa lại.
fault-measured-bad = Tỷ lệ câu trả lời xấu của { $persona } tại { $step } nằm ngoài 0…1. Hãy sửa lại.
fault-not-finite = Một chỉ số không phải là số hữu hạn: { $at }. Hãy sửa lại.
fault-loss-rates = Tỷ lệ rời bỏ phải từ 0 đến 1, tỷ lệ thứ hai không nhỏ hơn tỷ lệ thứ nhất. Hãy sửa lại.
fault-file-name = { $at } dùng hình { $name } nằm ngoài thư mục hình của bản đồ. Hãy chọn tệp trong thư mục đó.
fault-the-map = cả bản đồ
thing-persona = Chân dung "{ $name }"
thing-segment = Phân khúc "{ $name }"
thing-stage = Giai đoạn "{ $name }"
thing-step = Bước "{ $name }"
thing-lane = Dòng "{ $name }"
thing-card = Thẻ "{ $name }"
thing-channel = Kênh "{ $name }"
thing-evidence = Bằng chứng "{ $name }"
content-text = văn bản
content-touchpoint = điểm chạm
content-pain-point = điểm đau
content-opportunity = cơ hội
content-metric = chỉ số
content-image = hình ảnh
content-process = quy trình


## Edits, as undo names them


## Import and export

import-several-diagrams = Có { $found } sơ đồ hành trình; chỉ sơ đồ đầu tiên được đọc. Dùng --nth để chọn sơ đồ khác.
import-text-before = Phần văn bản trước sơ đồ đã bị bỏ qua.
import-header-in-capitals = Trong Mermaid, “journey” phải viết thường; sơ đồ vẫn được đọc.
import-front-matter = Tiêu đề trong phần đầu tệp không phải văn bản thuần; đã bỏ qua.
import-no-tasks = Sơ đồ không có bước nào.
import-title-twice = Có tiêu đề thứ hai; tiêu đề này thay cho tiêu đề trước.
import-title-like-task = Dòng này giống một bước, nhưng dòng bắt đầu bằng “title” là tiêu đề.
import-empty-name = Sau từ khóa không có tên.
import-colon-missing = Thiếu dấu hai chấm sau từ khóa; dòng được đọc như khi có dấu.
import-colon-in-section = Tên giai đoạn có dấu hai chấm mà Mermaid không chấp nhận; tên được giữ nguyên.
import-keyword-as-task = Dòng bắt đầu bằng từ khóa của Mermaid; được đọc như một bước.
import-line-left-out = Dòng không nói gì về hành trình; đã bỏ qua.
import-semicolon = Mermaid dừng ở dấu chấm phẩy; dòng vẫn được đọc đến hết.
import-hash-left-out = “{ $text }” bắt đầu bằng # nên là chú thích; đã bỏ qua.
import-hash-kept = Tên có dấu # làm Mermaid dừng lại; tên được giữ nguyên.
import-no-task-name = Bước không có tên.
import-no-score = Bước không có điểm; để là chưa biết.
import-score-no-number = “{ $found }” không phải số; điểm để là chưa biết.
import-score-outside = Điểm { $found } nằm ngoài 1…5; lấy { $taken }.
import-read-from-right = Tên có dấu hai chấm; điểm và người được đọc từ cuối dòng.
import-swapped = Điểm và người đứng nhầm chỗ của nhau; đã đổi lại.
import-fields-in-notes = “{ $text }” là phần Mermaid không đọc; đã đưa vào ghi chú của bước.
import-quoted-people = Đoạn trong ngoặc kép ở danh sách người bị tách theo dấu phẩy.
import-too-large = Đầu vào có { $bytes } byte; chỉ đọc tối đa { $most } byte.
import-not-text = Đây không phải văn bản: byte { $byte } không hợp lệ trong UTF-8. Hãy lưu tệp ở dạng UTF-8.
import-no-diagram = Không tìm thấy sơ đồ hành trình. Sơ đồ bắt đầu bằng dòng “journey”.
import-other-diagram = Đây là sơ đồ “{ $kind }”; chỉ đọc được sơ đồ “journey”.
import-no-such-diagram = Yêu cầu sơ đồ thứ { $wanted }, nhưng chỉ có { $found }.
import-open-description = Phần mô tả bắt đầu ở đây không có dấu kết thúc. Hãy thêm dấu ngoặc nhọn đóng.
import-too-many-tasks = Có hơn { $most } bước. Hãy tách sơ đồ thành nhiều bản đồ.
import-too-many-people = Có hơn { $most } người. Hãy kiểm tra xem trường thứ ba có đúng là người không.

format-svg = Hình SVG
format-png = Hình PNG
format-pdf = Tài liệu PDF
export-too-large = Hình sẽ có { $width } × { $height } điểm ảnh, vượt mức tối đa { $most } của PNG. Hãy chọn tỷ lệ nhỏ hơn.
export-failed = Không tạo được { $format }: { $message }.


## The command line

cli-about = Bản đồ hành trình khách hàng: không kèm lệnh thì mở cửa sổ
cli-usage = Cách dùng:
cli-commands = Lệnh:
cli-options = Tùy chọn:
cli-files = Tệp:
cli-open-files = Các bản đồ mở trong cửa sổ
cli-help = In hướng dẫn
cli-version = In phiên bản
cli-lang = Ngôn ngữ của kết quả và thông báo: en hoặc vi
cli-new = Tạo bản đồ mới từ mẫu
cli-new-template = Tên mẫu
cli-out = Tệp cần ghi; - là đầu ra chuẩn
cli-import = Tạo bản đồ từ sơ đồ ở định dạng khác
cli-import-input = Sơ đồ (.mmd, .md, .txt); - là đầu vào chuẩn
cli-import-nth = Lấy sơ đồ thứ mấy, tính từ 1
cli-export = Xuất bản đồ thành hình
cli-export-files = Các bản đồ; - là đầu vào chuẩn
cli-export-to = Các định dạng, cách nhau bằng dấu phẩy: { $known }
cli-export-folder = Thư mục để ghi, mỗi tệp mang tên bản đồ của nó
cli-export-theme = light (sáng) hoặc dark (tối); nếu không, theo bản đồ
cli-export-scale = Số điểm ảnh PNG cho mỗi đơn vị của bản đồ
cli-export-all = Hiện các dòng bị ẩn, mở các dòng thu gọn
cli-export-text = paths: chữ thành nét vẽ trong SVG, cho phần mềm bỏ qua phông nhúng
cli-export-transparent = Không có nền
cli-check = Liệt kê lỗi và lời khuyên cho bản đồ
cli-check-json = Ghi danh sách dạng JSON
cli-check-strict = Tính cả lời khuyên là vấn đề
cli-format = Viết lại bản đồ theo dạng chuẩn
cli-format-check = Không ghi gì, chỉ báo tệp nào sẽ thay đổi
cli-faults = Bản đồ không hợp lệ vì có { $count } lỗi. Hãy chạy "wayfelt check { $file }" để xem và sửa bản đồ.
cli-one-fault = Bản đồ không hợp lệ vì một lỗi: { $fault }
cli-nothing-found = không có vấn đề nào
cli-advice = lời khuyên: { $advice }
cli-warning = lưu ý: { $warning }
cli-not-canonical = chưa ở dạng chuẩn. Hãy chạy "wayfelt format { $file }" để viết lại.
cli-rewritten = đã viết lại
cli-template-unknown = Không có mẫu "{ $name }". Hãy chọn trong số: { $known }.
cli-exists = Đã có tệp mang tên này. Hãy chọn tên khác hoặc xóa tệp đó trước.
cli-out-needed = Hãy chỉ ra nơi ghi: -o TỆP, hoặc --to ĐỊNH-DẠNG cùng --out-dir THƯ-MỤC.
cli-out-one = -o chỉ nhận một bản đồ ở một định dạng. Hãy dùng --to ĐỊNH-DẠNG cùng --out-dir THƯ-MỤC khi có nhiều.
cli-out-same = Hai kết quả sẽ cùng mang tên { $file }. Hãy xuất từng bản đồ một.
cli-format-unknown = Không xuất được định dạng "{ $name }". Hãy chọn trong số: { $known }.
cli-format-needed = Ghi ra đầu ra chuẩn cần đúng một định dạng, ví dụ --to svg.
cli-input-once = Đầu vào chuẩn chỉ đọc được một lần. Hãy ghi - một lần thôi.
cli-import-later = Chưa nhập được tệp .{ $extension }. Hãy đưa sơ đồ Mermaid journey dạng .mmd, .md hoặc .txt.
cli-no-window = Bản wayfelt này được biên dịch không kèm cửa sổ. Hãy biên dịch bằng "cargo build --release", hoặc dùng lệnh: wayfelt --help.


## Commands


## The window


# The panels' words in this section.

card-text = Ghi chú
card-touchpoint = Điểm chạm
card-pain-point = Điểm đau
card-opportunity = Cơ hội
card-metric = Chỉ số
card-image = Hình ảnh
card-process = Quy trình
touchpoint-in-use = Đang dùng
touchpoint-missing = Còn thiếu
touchpoint-redundant = Thừa
service-person = Nhân viên
service-automated = Tự động
service-self = Tự phục vụ
opportunity-idea = Ý tưởng
opportunity-planned = Đã lên kế hoạch
opportunity-in-progress = Đang làm
opportunity-done = Đã xong
opportunity-rejected = Không làm
business-e-commerce = Thương mại điện tử
business-saas = SaaS
business-free-mobile-app = Ứng dụng di động miễn phí
business-media-site = Trang tin tức
business-user-generated = Nội dung do người dùng tạo
business-marketplace = Sàn giao dịch hai phía
business-launch = Ra mắt
business-growth = Tăng trưởng
business-profit = Có lợi nhuận
business-maturity = Trưởng thành
outline-journey = Giai đoạn và bước
outline-lanes = Dòng
outline-personas = Chân dung khách hàng
outline-add-stage = Thêm giai đoạn
outline-add-step = Thêm bước vào { $stage }
outline-add-lane = Thêm dòng
outline-add-persona = Thêm chân dung
outline-new-stage = Giai đoạn mới
outline-new-step = Bước mới
outline-new-persona = Khách hàng mới
outline-no-stages = Chưa có giai đoạn nào. Giai đoạn là một phần của hành trình, ví dụ Nhận biết hoặc Hỗ trợ; mỗi bước là một việc khách hàng làm.
outline-no-lanes = Chưa có dòng nào. Mỗi dòng chứa một loại thông tin: điểm chạm, cảm xúc, điểm đau.
outline-no-personas = Chưa có chân dung nào. Mỗi chân dung là một khách hàng giả định, dựa trên nghiên cứu, đi hết hành trình này.
outline-unnamed = Chưa đặt tên
outline-phase = Nhóm giai đoạn { $name }
outline-stage = Giai đoạn { $name }
outline-step = Bước { $name }
outline-step-moment = Bước { $name }, khoảnh khắc quyết định
outline-lane = Dòng { $name }
outline-persona = Chân dung { $name }
outline-hidden = đang ẩn
outline-collapsed = đang thu gọn
outline-locked = đang khóa
outline-rename = Đổi tên { $name }
outline-menu-rename = Đổi tên
outline-menu-add-step = Thêm bước
outline-menu-up = Chuyển lên
outline-menu-down = Chuyển xuống
outline-menu-remove = Xóa
outline-menu-moment = Đánh dấu khoảnh khắc quyết định
outline-menu-no-moment = Bỏ đánh dấu khoảnh khắc quyết định
outline-menu-hide = Ẩn trên bản đồ
outline-menu-show = Hiện trên bản đồ
outline-menu-collapse = Thu gọn
outline-menu-expand = Mở rộng
outline-menu-lock = Khóa
outline-menu-unlock = Mở khóa
inspector-untitled = { $kind } chưa có nội dung
inspector-date-hint = 22/11/2026


## Insights and plots
