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


## Errors of files


## Faults and advice


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


## The command line


## Commands


## The window


## Insights and plots


